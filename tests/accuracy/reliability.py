"""The reliability plot: how many of the units of some confidence are right."""

from collections.abc import Mapping
from pathlib import Path

from core.evaluation.calibration import Calibration


def draw(calibrations: Mapping[str, Calibration], out: Path) -> None:
    """Draw one line for each set into a PNG; a dot's area grows with the number of its units."""
    import matplotlib

    matplotlib.use("Agg")
    from matplotlib import pyplot

    figure, axes = pyplot.subplots(figsize=(6, 7), layout="constrained")
    axes.plot([0, 1], [0, 1], color="0.7", linestyle="--", label="perfect")
    for name, found in calibrations.items():
        sure, right = [each.confidence for each in found.bins], [each.right for each in found.bins]
        (line,) = axes.plot(sure, right, label=f"{name} ({found.units} units, ECE {found.ece:.3f})")
        sizes = [400 * each.units / found.units for each in found.bins]
        axes.scatter(sure, right, s=sizes, color=line.get_color(), alpha=0.6)
    axes.set(xlim=(0, 1), ylim=(0, 1), aspect="equal", xlabel="confidence", ylabel="share that is right")
    axes.set_title("Marked parts: quote and speaker right")
    axes.grid(color="0.9")
    figure.legend(loc="outside lower center")
    out.parent.mkdir(parents=True, exist_ok=True)
    figure.savefig(out, dpi=110)
    pyplot.close(figure)
