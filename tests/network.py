"""The invented network of channels in examples/network: `python -m tests.network` writes it anew.

Everything in it is made up by a seeded generator, so that what is hidden in it is known: a group of
six small channels that carry on one source within seconds, a big channel that lives off small ones,
two bridges between languages, a clone, two channels that fall silent, and edited posts. The first
file is a collection of six weeks, the second a later look at some of the same posts and channels.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import duckdb

from tests.network_words import CLAIM, ENDINGS, NEWS, OPENINGS, SITES, TOPICS

FOLDER = Path(__file__).parents[1] / "examples" / "network"
SEED = 20241
START = datetime(2024, 9, 1, tzinfo=UTC)
DAYS = 42
SEEN, SEEN_LATER = datetime(2024, 10, 14, tzinfo=UTC), datetime(2024, 11, 20, tzinfo=UTC)
POSTS = 5_400

LEADER = "verkhovka_pravda"
GROUP = ("sontse_novyn", "rechnoy_bereg", "tysk_novin", "porog_info", "golos_dambi", "svitlo_24")
"""The planted group: small channels that carry on the leader within forty seconds."""
BIG, SMALL = "velyka_karta", ("lyst_z_porohu", "dity_richky", "kvartal_17")
BRIDGES = ("crossing_notes", "mezha_mov")
CLONE = ("norvia_today", "norvia_today_ua")  # the second one's name has a Cyrillic letter in it
QUIET = ("nichna_varta", "old_mill_radio")
SILENT_FROM = START + timedelta(days=27)


@dataclass(slots=True)
class Account:
    """A channel of the network and how it behaves."""

    handle: str
    name: str
    lang: str
    subscribers: int
    rate: float
    zone: int = 3
    number: int = 0
    posts: list[dict[str, Any]] = field(default_factory=list)


ACCOUNTS: tuple[tuple[str, str, str, int, float], ...] = (
    (LEADER, "Верховка. Правда", "ru", 4_180, 5),
    *((handle, name, lang, size, 1.6) for handle, name, lang, size in (
        ("sontse_novyn", "Сонце новин", "uk", 612),
        ("rechnoy_bereg", "Речной берег", "ru", 548),
        ("tysk_novin", "Тыск новин", "ru", 731),
        ("porog_info", "Порог инфо", "ru", 655),
        ("golos_dambi", "Голос дамбы", "ru", 502),
        ("svitlo_24", "Світло 24", "uk", 690),
    )),
    (BIG, "Велика карта", "uk", 91_300, 7),
    ("lyst_z_porohu", "Лист з Порогу", "uk", 430, 3),
    ("dity_richky", "Діти річки", "uk", 390, 3),
    ("kvartal_17", "Квартал 17", "uk", 520, 3),
    ("crossing_notes", "Crossing Notes", "en", 7_900, 5),
    ("mezha_mov", "Межа мов", "uk", 6_100, 5),
    ("norvia_today", "Norvia Today", "en", 15_400, 5),
    ("norvia_today_ua", "Norvia Tоday", "en", 910, 2),
    ("nichna_varta", "Нічна варта", "uk", 3_300, 6),
    ("old_mill_radio", "Old Mill Radio", "en", 2_750, 5),
    ("krasnoles_life", "Краснолесье Life", "ru", 64_000, 6),
    ("lesna_live", "Лесна live", "ru", 38_200, 6),
    ("ozerne_now", "Озерне зараз", "uk", 22_700, 6),
    ("verkhivka_city", "Верхівка Сіті", "uk", 18_900, 5),
    ("tysk_chat", "Тиськ чат", "uk", 5_400, 4),
    ("river_report", "River Report", "en", 12_600, 5),
    ("lesna_monitor", "Lesna Monitor", "en", 8_800, 4),
    ("grain_desk", "Grain Desk", "en", 3_900, 3),
    ("poezd_na_porog", "Поезд на Порог", "ru", 2_100, 3),
    ("melnitsa_ru", "Мельница", "ru", 9_700, 4),
    ("staraya_pristan", "Старая пристань", "ru", 1_450, 3),
    ("dorogi_lesny", "Дороги Лесны", "ru", 11_100, 4),
    ("shkilna_rada", "Шкільна рада", "uk", 870, 2),
    ("likarnya_kl", "Лікарня КЛ", "uk", 1_240, 2),
    ("mlyn_media", "Млин медіа", "uk", 4_600, 4),
    ("fair_people", "Fair People", "en", 760, 2),
    ("ferry_watch", "Ferry Watch", "en", 1_980, 3),
    ("kartoteka_x", "Картотека", "ru", 6_600, 4),
)  # fmt: skip


class Network:
    """Makes the posts of all accounts, in order of time."""

    def __init__(self, seed: int = SEED) -> None:
        self.chance = random.Random(seed)  # noqa: S311 - made-up posts, not secrets
        self.accounts = {row[0]: Account(*row) for row in ACCOUNTS}
        for account in self.accounts.values():
            account.zone = 0 if account.lang == "en" else 3
        self.rows: list[dict[str, Any]] = []

    def make(self) -> list[dict[str, Any]]:
        """The collection of six weeks."""
        total = sum(account.rate for account in self.accounts.values())
        for account in self.accounts.values():
            for _ in range(round(POSTS * 0.72 * account.rate / total)):
                self._ordinary(account)
        self._forwards()
        self._planted()
        self._fed_by_small()
        self._bridges()
        self._clone()
        self._claim()
        self.rows.sort(key=lambda row: (row["time"], row["channel"], row["text"]))
        return self._numbered()

    def _moment(self, account: Account) -> datetime:
        """A time at which people of the account's time zone are awake, mostly."""
        day = self.chance.randrange(DAYS)
        hour = self.chance.choices(
            range(24), [1] * 6 + [4, 7, 9, 9, 8, 8, 8, 7, 7, 7, 8, 9, 10, 9, 7, 5, 3, 2]
        )[0]
        moment = START + timedelta(
            days=day, hours=hour - account.zone, seconds=self.chance.randrange(3600)
        )
        if account.handle in QUIET and moment >= SILENT_FROM:
            moment -= timedelta(days=28)
        return moment

    def _text(self, lang: str, topic: str | None = None) -> str:
        column = ("ru", "uk", "en").index(lang)
        what = TOPICS[topic or self.chance.choice(sorted(TOPICS))][column]
        number = self.chance.randrange(2, 97)
        counted = {
            "ru": f"Сообщений за день: {number}.",
            "uk": f"Повідомлень за день: {number}.",
            "en": f"Reports today: {number}.",
        }[lang]
        words = (self.chance.choice(OPENINGS[lang]), what, self.chance.choice(NEWS[lang]))
        return f"{' '.join(words)}. {counted} {self.chance.choice(ENDINGS[lang])}"

    def _add(self, account: Account, moment: datetime, text: str, **more: Any) -> dict[str, Any]:
        row = {"account": account, "channel": account.handle, "time": moment.replace(microsecond=0),
               "text": text, "origin": None, "answers": None, "links": [], **more}  # fmt: skip
        self.rows.append(row)
        account.posts.append(row)
        return row

    def _ordinary(self, account: Account) -> None:
        links = []
        if self.chance.random() < 0.22:
            links = [
                f"https://{self.chance.choice(SITES)}/{self.chance.randrange(400)}?utm_source=tg"
            ]
        row = self._add(account, self._moment(account), self._text(account.lang), links=links)
        if account.posts and self.chance.random() < 0.05:
            earlier = self.chance.choice(account.posts)
            row["answers"] = earlier if earlier["time"] < row["time"] else None

    def _forwards(self) -> None:
        """Anybody forwards the big ones now and then, within hours."""
        originals = [row for row in self.rows if row["account"].subscribers > 5_000]
        others = [one for one in self.accounts.values() if one.handle not in (*GROUP, BIG)]
        for _ in range(620):
            origin = self.chance.choice(originals)
            account = self.chance.choices(others, [one.rate for one in others])[0]
            later = origin["time"] + timedelta(seconds=self.chance.expovariate(1 / 9_000) + 60)
            self._carry(account, origin, later)

    def _carry(self, account: Account, origin: dict[str, Any], moment: datetime) -> None:
        if account is origin["account"] or (account.handle in QUIET and moment >= SILENT_FROM):
            return
        self._add(account, moment, origin["text"], origin=origin, links=list(origin["links"]))

    def _planted(self) -> None:
        """The group carries on the leader: forwards, and copies with another ending."""
        leader = self.accounts[LEADER]
        for origin in self.chance.sample(leader.posts, min(70, len(leader.posts))):
            for handle in GROUP:
                if self.chance.random() < 0.75:
                    later = origin["time"] + timedelta(seconds=self.chance.randrange(4, 40))
                    if self.chance.random() < 0.6:
                        self._carry(self.accounts[handle], origin, later)
                    else:
                        self._add(
                            self.accounts[handle],
                            later,
                            f"{origin['text']} Подпишись!",
                            links=list(origin["links"]),
                        )

    def _fed_by_small(self) -> None:
        for origin in [row for handle in SMALL for row in self.accounts[handle].posts][::3]:
            later = origin["time"] + timedelta(minutes=self.chance.randrange(5, 55))
            self._carry(self.accounts[BIG], origin, later)

    def _bridges(self) -> None:
        for handle in BRIDGES:
            for lang in ("ru", "uk", "en"):
                pool = [
                    row
                    for row in self.rows
                    if row["account"].lang == lang and row["origin"] is None
                ]
                for origin in self.chance.sample(pool, 22):
                    later = origin["time"] + timedelta(hours=self.chance.randrange(1, 9))
                    self._carry(self.accounts[handle], origin, later)

    def _clone(self) -> None:
        original, clone = (self.accounts[handle] for handle in CLONE)
        for origin in original.posts[::2]:
            if origin["origin"] is None:
                later = origin["time"] + timedelta(minutes=self.chance.randrange(20, 200))
                self._add(clone, later, origin["text"], links=list(origin["links"]))

    def _claim(self) -> None:
        """One claim that runs through the network for three days."""
        for number, handle in enumerate(
            (
                "krasnoles_life",
                LEADER,
                "river_report",
                "norvia_today",
                BIG,
                *GROUP,
                "lesna_monitor",
                "crossing_notes",
                "kartoteka_x",
            )
        ):
            account = self.accounts[handle]
            moment = START + timedelta(days=20, hours=9, minutes=17 * number + number * number)
            more = self.chance.choice(ENDINGS[account.lang])
            self._add(account, moment, f"{CLAIM[account.lang]} {more}")

    def _numbered(self) -> list[dict[str, Any]]:
        for row in self.rows:
            row["account"].number += self.chance.randrange(1, 4)
            row["native"] = row["account"].number
        return [self._finished(row) for row in self.rows]

    def _finished(self, row: dict[str, Any]) -> dict[str, Any]:
        account, origin, answered = row["account"], row["origin"], row["answers"]
        reach = account.subscribers * self.chance.uniform(0.12, 0.55)
        return {
            "id": _post(row),
            "channel": f"channel:telegram:{account.handle}",
            "time": row["time"],
            "text": row["text"],
            "lang": row["lang"] if "lang" in row else (origin or row)["account"].lang,
            "forward_of": _post(origin) if origin else None,
            "forward_from": f"channel:telegram:{origin['channel']}" if origin else None,
            "reply_to": _post(answered) if answered else None,
            "links": row["links"],
            "claims": [],
            "views": round(reach),
            "url": f"https://t.me/{account.handle}/{row['native']}",
            "channel_name": account.name,
            "subscribers": account.subscribers,
            "edited_at": None,
            "seen_at": SEEN,
        }


def _post(row: dict[str, Any]) -> str:
    return f"post:telegram:{row['channel']}:{row['native']}"


def later_look(rows: list[dict[str, Any]], seed: int = SEED) -> list[dict[str, Any]]:
    """Some posts as they were a month later: more views, and eight of them with another text."""
    chance = random.Random(seed + 1)  # noqa: S311
    own = [row for row in rows if row["forward_of"] is None and row["lang"] != "en"]
    chosen = sorted(chance.sample(range(len(own)), 240))
    found = []
    for place, number in enumerate(chosen):
        row = dict(own[number])
        grown = {"views": round(row["views"] * chance.uniform(1.05, 1.6)), "seen_at": SEEN_LATER}
        grown["subscribers"] = round(row["subscribers"] * 1.07)
        if place % 30 == 0:
            grown["text"] = row["text"].replace(". ", ". Уточнение: данные не подтвердились. ", 1)
            grown["edited_at"] = row["time"] + timedelta(hours=5)
        found.append(row | grown)
    return found


_COLUMNS = {
    **dict.fromkeys(("id", "channel"), "VARCHAR"), "time": "TIMESTAMP",
    **dict.fromkeys(("text", "lang", "forward_of", "forward_from", "reply_to"), "VARCHAR"),
    **dict.fromkeys(("links", "claims"), "VARCHAR[]"), "views": "BIGINT", "url": "VARCHAR",
    "channel_name": "VARCHAR", "subscribers": "BIGINT", "edited_at": "TIMESTAMP",
    "seen_at": "TIMESTAMP",
}  # fmt: skip


def write_parquet(rows: list[dict[str, Any]], path: Path) -> None:
    """Write rows as Parquet, compressed."""
    with duckdb.connect(config={"threads": 1}) as connection:
        declared = ", ".join(f"{name} {type_}" for name, type_ in _COLUMNS.items())
        connection.execute(f"CREATE TABLE posts ({declared})")
        marks = ", ".join("?" for _ in _COLUMNS)
        naive = [[_naive(row[name]) for name in _COLUMNS] for row in rows]
        connection.executemany(f"INSERT INTO posts VALUES ({marks})", naive)  # noqa: S608
        connection.execute(
            "COPY (FROM posts) TO $path (FORMAT parquet, COMPRESSION zstd)", {"path": str(path)}
        )


def _naive(value: Any) -> Any:
    return value.replace(tzinfo=None) if isinstance(value, datetime) else value


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    made = Network().make()
    write_parquet(made, FOLDER / "posts.parquet")
    write_parquet(later_look(made), FOLDER / "later.parquet")
