import pytest

from coaching.understanding import understand


def feeling(text):
    return understand(text).emotion


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("I'm really frustrated, nobody helps", "frustrated"),
        ("This is absolutely disgraceful", "angry"),
        ("You are liars and thieves", "angry"),
        ("what the f*** is going on", "angry"),
        ("I will see you in court", "angry"),
        ("I'll never order from you again", "angry"),
        ("I will post this everywhere", "angry"),
        ("Great, thanks for nothing.", "angry"),
        ("No parcel again. Brilliant service as always", "angry"),
        ("Paid for 'next day' delivery, it is day 5", "angry"),
        ("MY PARCEL NEVER CAME AND NOBODY CARES", "angry"),
        ("I'm scared that someone has my card details", "anxious"),
        ("My flight leaves in two hours and the app shows an error", "anxious"),
        ("My husband died in March", "sad"),
        ("The battery died", "disappointed"),
        ("I'm not happy with the blender", "disappointed"),
        ("The blender arrived with a crack and it is broken", "disappointed"),
        ("My parcel has not arrived", "frustrated"),
        ("I want my money back", "frustrated"),
        ("Thank you so much, it works now!", "pleased"),
        ("We love the new sofa", "pleased"),
        ("I'm not angry, I just wonder", "calm"),
        ("Does the rucksack fit under a seat?", "calm"),
        ("Thanks, Anna", "calm"),
        ("😡😡", "angry"),
        ("🙄", "calm"),
        ("still no parcel 🙄", "angry"),
        ("👍", "calm"),
        ("HELLO??? anyone", "frustrated"),
    ],
)
def test_a_feeling_is_read_from_its_words(text, name):
    assert feeling(text).name == name


@pytest.mark.parametrize(
    ("weaker", "stronger"),
    [
        ("I am disappointed.", "I am so disappointed."),
        ("I am a bit disappointed.", "I am disappointed."),
        ("I am angry", "I AM ANGRY"),
        ("I am angry.", "I am angry!!!"),
        ("I am angry", "I am angry 😡"),
        ("I am sooo angry", "I am sooo angry, this is a scam"),
        ("This is useless", "This is bloody useless, I will go to the ombudsman"),
        ("My parcel is late", "My parcel is late and this is disgraceful"),
    ],
)
def test_a_feeling_is_stronger_the_more_words_show_it(weaker, stronger):
    assert feeling(weaker).strength < feeling(stronger).strength


def test_however_many_signs_of_trouble_they_stay_mild():
    text = "It is broken. It is cracked. It stopped. It leaks. It is the wrong size. A part is missing. It fell apart."
    assert feeling(text).name == "disappointed"
    assert feeling(text).strength < 0.4


def test_praise_beside_trouble_is_not_counted():
    assert feeling("They're lovely, but the zip is broken").name == "disappointed"


def test_a_feeling_names_its_words_and_rules():
    cues = feeling("You lot are USELESS!!").cues
    assert [(cue.text, cue.rule) for cue in cues] == [
        ("You lot", "angry.you_people"),
        ("USELESS", "angry.contempt"),
        ("USELESS", "mark.shouted_word"),
        ("!!", "mark.exclaimed"),
    ]


@pytest.mark.parametrize("text", ["NHS and USB and DVLA", "Order ABC, size XXL", "a PIN for the SIM"])
def test_abbreviations_are_no_shouting(text):
    assert feeling(text).cues == ()
