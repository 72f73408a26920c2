"""What the channels of the invented network write about, in three languages."""

TOPICS = {
    "dam": ("дамба в Верховке", "дамба у Верхівці", "the dam at Verkhovka"),
    "bridge": ("мост через Лесну", "міст через Лісну", "the bridge over the Lesna"),
    "grain": ("зерновой склад в Пороге", "зерносховище в Порозі", "the grain store at Porog"),
    "school": ("школа в Нижнем Тыске", "школа в Нижньому Тиську", "the school in Nyzhnii Tysk"),
    "power": ("подстанция Мельничная", "підстанція Млинна", "the Mill Hill substation"),
    "ferry": ("паром на Озёрном", "пором на Озерному", "the ferry at Ozerne"),
    "clinic": ("больница в Краснолесье", "лікарня в Краснолісі", "the clinic in Krasnolis"),
    "festival": ("ярмарка в Норвии", "ярмарок у Норвії", "the fair in Norvia"),
}
OPENINGS = {
    "ru": ("Снова", "Сегодня", "По словам жителей,", "Нам пишут:", "Коротко:", "К вечеру"),
    "uk": ("Знову", "Сьогодні", "За словами мешканців,", "Нам пишуть:", "Стисло:", "До вечора"),
    "en": ("Again", "Today", "Residents say", "We hear that", "In short:", "By evening"),
}
NEWS = {
    "ru": ("закрыт", "проверяют", "работает с перебоями", "снова открыт", "ждёт ремонта"),
    "uk": ("зачинено", "перевіряють", "працює з перебоями", "знову відкрито", "чекає на ремонт"),
    "en": ("is closed", "is being checked", "works off and on", "is open again", "needs repair"),
}
ENDINGS = {
    "ru": (
        "Подробности выясняем, следите за обновлениями.",
        "Комментариев от администрации пока нет.",
        "Очередь растянулась на два километра, люди ждут с утра.",
        "Фото прислал читатель, публикуем как есть.",
        "Сроки обещают назвать на следующей неделе.",
    ),
    "uk": (
        "Подробиці з'ясовуємо, стежте за оновленнями.",
        "Коментарів від адміністрації поки немає.",
        "Черга розтяглася на два кілометри, люди чекають зранку.",
        "Фото надіслав читач, публікуємо як є.",
        "Терміни обіцяють назвати наступного тижня.",
    ),
    "en": (
        "We are looking into it, follow us for updates.",
        "The administration has not commented so far.",
        "The queue is two kilometres long and people wait since morning.",
        "A reader sent the photo, we publish it as it is.",
        "They promise to name a date next week.",
    ),
}
CLAIM = {
    "ru": "Глава района заявил, что дамба в Верховке не повреждена.",
    "uk": "Голова району заявив, що дамбу у Верхівці не пошкоджено.",
    "en": "The head of the district said that the dam at Verkhovka is not damaged.",
}
SITES = ("lesna-news.example", "porog.example", "tysk-online.example", "norvia-today.example")
