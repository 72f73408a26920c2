"""Relations of what companies own, where they are based, and members told in passing."""

from __future__ import annotations

import pytest

from tests.reading import only, triples


@pytest.mark.parametrize(
    ("text", "company", "medium"),
    [
        ("ByteDance's TikTok fell.", "ByteDance", "TikTok"),
        ("Meta's Facebook, like others, restricts such posts.", "Meta", "Facebook"),
        ("Lantern Holding's Tamale Post wrote it.", "Lantern Holding", "Tamale Post"),
    ],
)
def test_a_company_owns_the_platform_or_outlet_it_has(text: str, company: str, medium: str) -> None:
    assert triples(text) == {(company, "owns", medium)}


def test_the_page_a_body_has_on_a_platform_is_no_platform_of_its_own() -> None:
    relations = {r for _, r, _ in triples("The EU's Facebook was hacked.")}
    assert relations.isdisjoint({"owns", "part_of"})


def test_such_outlets_of_a_state_as_are_named_are_affiliated_with_it() -> None:
    text = "Apps ban posts by such Kenyan state propaganda outlets as RT, Lantern, and Sputnik."
    assert triples(text, "affiliated_with") == {
        ("RT", "affiliated_with", "Kenya"),
        ("Lantern", "affiliated_with", "Kenya"),
        ("Sputnik", "affiliated_with", "Kenya"),
    }


def test_posts_on_a_platform_about_an_invasion_are_no_invasion_of_it() -> None:
    assert triples("Spanish posts about Kenya's invasion on X were shared.", "attacked") == set()
    assert triples("Kenya's invasion on Ghana began.", "attacked") == {
        ("Kenya", "attacked", "Ghana")
    }


def test_a_firm_based_out_of_two_states_is_located_in_both() -> None:
    text = "The accounts were linked to marketing firms DotDev, based out of Ghana and Togo."
    assert triples(text, "located_in") == {
        ("DotDev", "located_in", "Ghana"),
        ("DotDev", "located_in", "Togo"),
    }


@pytest.mark.parametrize("verb", ["is based", "operates"])
def test_out_of_says_where_a_body_is_as_in_does(verb: str) -> None:
    text = f"The Reef Institute {verb} out of Ghana."
    assert triples(text) == {("Reef Institute", "located_in", "Ghana")}


def test_soldiers_shot_dead_were_attacked() -> None:
    relation = only("The Kenyan army claimed they shot dead seven Ghanaian soldiers.", "attacked")
    assert (relation.source, relation.target, relation.modality) == (
        "armedgroup:armed-forces-of-kenya",
        "armedgroup:armed-forces-of-ghana",
        "alleged",
    )


def test_a_state_that_chairs_an_alliance_is_a_member_of_it() -> None:
    text = "Ghana will support the work of incoming ASEAN Chair Malaysia."
    assert triples(text, "member_of") == {("Malaysia", "member_of", "ASEAN")}


@pytest.mark.parametrize(
    ("around", "body"),
    [
        ("The U.N. Security Council met. The United Nations voted.", "United Nations"),
        ("NATO agreed.", "NATO"),
    ],
)
def test_a_secretary_general_serves_the_only_alliance_spoken_of(around: str, body: str) -> None:
    text = f"Secretary-General Ada Quill said so. {around}"
    assert triples(text, "holds_office") == {("Ada Quill", "holds_office", body)}


@pytest.mark.parametrize("around", ["NATO and ASEAN agreed.", "NATO and Fidesz agreed."])
def test_a_secretary_general_is_of_no_body_where_there_may_be_two(around: str) -> None:
    assert triples(f"{around} Secretary-General Ada Quill said so.", "holds_office") == set()


def test_who_holds_a_place_need_not_have_captured_it() -> None:
    assert triples("They tried to enter Kenya-held Kumasi.", "captured") == set()
    assert triples("They tried to enter Kenya-occupied Kumasi.", "captured") == {
        ("Kenya", "captured", "Kumasi")
    }
