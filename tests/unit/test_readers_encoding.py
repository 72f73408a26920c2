"""Claims about bytes: decoded for certain, or refused with a reason."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.encoding import decode
from graph.errors import DocumentError
from graph.ids import sha256

RUSSIAN = "Министерство обороны заявило, что войска не отступали: «Это ложь», сказал его спикер."
UKRAINIAN = "Речник заявив, що противник посилив обстріли, її жителі чекають на евакуацію з міста."
ENGLISH = "It’s a “special operation” – so the channel said: £5m was paid to its café owner."


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]
)
@pytest.mark.parametrize("text", [RUSSIAN, UKRAINIAN, ENGLISH])
def test_unicode_encodings_are_told_apart(text: str, encoding: str) -> None:
    raw = text.encode(encoding)
    assert decode(raw, "a.txt").removeprefix("\ufeff") == text


@pytest.mark.parametrize("encoding", ["cp1251", "koi8_r", "cp866", "iso8859_5", "mac_cyrillic"])
def test_russian_in_a_one_byte_encoding_is_read(encoding: str) -> None:
    text = RUSSIAN.replace("«", '"').replace("»", '"')
    assert decode(text.encode(encoding), "a.txt") == text


@pytest.mark.parametrize("encoding", ["cp1251", "koi8_u"])
def test_ukrainian_in_a_one_byte_encoding_is_read(encoding: str) -> None:
    assert decode(UKRAINIAN.encode(encoding), "a.txt") == UKRAINIAN


def test_western_punctuation_is_read_as_windows_1252() -> None:
    assert decode(ENGLISH.encode("cp1252"), "a.txt") == ENGLISH


@pytest.mark.parametrize(
    "text", ["It’s what he said, and it isn’t true.", "“No,” he said – and left… for £5m."]
)
def test_curly_quotes_alone_are_read_as_windows_1252(text: str) -> None:
    assert decode(text.encode("cp1252"), "a.txt") == text


def test_name_that_two_encodings_spell_differently_is_not_guessed() -> None:
    with pytest.raises(DocumentError, match="cannot be told"):
        decode("the plan of Vučić".encode("cp1250"), "a.txt")


def test_what_the_document_declares_is_believed_unless_it_is_utf8() -> None:
    assert decode("Řeka".encode("iso8859_2"), "a.html", declared="iso-8859-2") == "Řeka"
    assert decode("Řeka".encode(), "a.html", declared="windows-1251") == "Řeka"
    assert decode(b"it\x92s", "a.html", declared="iso-8859-1") == "it’s"


@pytest.mark.parametrize("name", ["punycode", "undefined", "base64"])
def test_declared_encoding_that_is_none_of_texts_is_passed_over(name: str) -> None:
    assert decode(RUSSIAN.encode("cp1251"), "a.html", declared=name) == RUSSIAN
    with pytest.raises(DocumentError, match="is no known encoding"):
        decode(RUSSIAN.encode("cp1251"), "a.html", given=name)


def test_bytes_declared_as_utf_32_that_are_none_are_refused() -> None:
    with pytest.raises(DocumentError, match="byte 0 does not fit the encoding utf-32"):
        decode(RUSSIAN.encode("cp1251"), "a.html", declared="utf-32")


def test_named_encoding_overrides_everything() -> None:
    assert decode("ложь".encode(), "a.txt", given="cp1251") == "Р»РѕР¶СЊ"


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        ("Привіт усім".encode()[:-1], "its UTF-8 is broken at byte 19"),
        ("При".encode() + "вет".encode("cp1251"), "its UTF-8 is broken at byte 6"),
        (b"Hello \xff\xfe\xfa world", "its encoding cannot be told with certainty"),
        (bytes(range(128, 256)) * 3, "its encoding cannot be told with certainty"),
        (b"\xff\xfea\x00b", "byte 4 does not fit the encoding utf-16 (by its byte-order mark)"),
        (b"\x89PNG\r\n\x1a\n" + bytes(100), "it is a PNG picture, not text"),
        (b"PK\x03\x04" + b"x" * 100, "it is a ZIP archive or an office document, not text"),
        (b"\x00\x01\x02\x03" * 50, "it is a binary file, not text"),
        (b"\x01\x02\x03" * 50, "it is a binary file, not text"),
    ],
)
def test_what_is_no_text_is_refused_with_its_reason_and_hash(raw: bytes, reason: str) -> None:
    with pytest.raises(DocumentError) as caught:
        decode(raw, "folder/a.txt")
    assert (caught.value.source, caught.value.reason) == ("folder/a.txt", reason)
    assert caught.value.raw_sha256 == sha256(raw)
    assert caught.value.remedy


def test_unknown_encoding_is_named() -> None:
    with pytest.raises(DocumentError, match="klingon is no known encoding"):
        decode(b"text", "a.txt", given="klingon")
    with pytest.raises(DocumentError, match="base64 is no known encoding"):
        decode(b"text", "a.txt", given="base64")


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"])))
def test_every_utf8_text_is_read_as_it_is(text: str) -> None:
    raw = text.encode()
    if raw.startswith(b"\xef\xbb\xbf"):
        text = text.removeprefix("\ufeff")
    elif raw.startswith((b"%PDF-", b"GIF8", b"{\\rtf")):
        return
    assert decode(raw, "a.txt") == text


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused_and_never_crash(raw: bytes) -> None:
    try:
        outcome = decode(raw, "a.txt")
    except DocumentError as error:
        outcome = error.reason
    assert isinstance(outcome, str)
