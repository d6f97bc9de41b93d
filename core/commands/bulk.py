"""Many decisions as one step, so that they are undone as one."""

from collections import Counter
from collections.abc import Iterable, Mapping

from msgspec import structs

from core.commands.command import Command
from core.errors import UserMistake
from core.model.records import Record
from core.store.transaction import Step, Transaction


class InBulk(Record, frozen=True, kw_only=True):
    """Carry out several commands as one step; one that is refused refuses them all."""

    commands: tuple[Command, ...]

    def apply(self, transaction: Transaction) -> Step:
        """Apply each command; the step is named after what they did."""
        if not self.commands:
            raise UserMistake("No quote is selected. Nothing was changed. Select some rows first.")
        steps = [self._applied(transaction, command) for command in self.commands]
        codes = Counter(step.code for step in steps)
        words = _common(step.words for step in steps)
        words |= {"count": str(len(steps)), "of": codes.most_common(1)[0][0]}
        documents = {step.document_id for step in steps}
        first = steps[0] if len(documents) == 1 else Step(code="bulk")
        return structs.replace(first, code="bulk", words=words, quote_id=None, amends=False)

    @staticmethod
    def _applied(transaction: Transaction, command: Command) -> Step:
        step = command.apply(transaction)
        transaction.session.flush()
        return step


def _common(words: Iterable[Mapping[str, str]]) -> dict[str, str]:
    """Return what all steps say alike, such as the speaker, but not what stood there before one of them."""
    first, *others = words
    return {
        key: value for key, value in first.items() if key != "before" and all(each.get(key) == value for each in others)
    }
