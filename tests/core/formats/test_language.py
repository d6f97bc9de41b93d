from core.formats.language import language_tag


def test_what_is_no_language_tag_is_none():
    assert [language_tag(each) for each in ("en", "sr-Latn-RS", "in English", "", None)] == [
        "en",
        "sr-Latn-RS",
        None,
        None,
        None,
    ]
