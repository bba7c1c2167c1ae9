import pytest

from coaching.customer.long_forms import spelled_out


@pytest.mark.parametrize(
    ("line", "long"),
    [
        ("It's been red, and it's told me nothing.", "It has been red, and it has told me nothing."),
        ("It's never been wet. It's always red.", "It has never been wet. It is always red."),
        ("Where's it got to? What's the answer?", "Where is it got to? What is the answer?"),
        ("It's done, it's paid, that's gone.", "It is done, it is paid, that is gone."),
        (
            "She's asked me, he's had a fall, it's locked me out.",
            "She has asked me, he has had a fall, it has locked me out.",
        ),
        ("I'd hoped for more. I'd like a date.", "I had hoped for more. I would like a date."),
        ("I'd still like it, you'd only said so.", "I would still like it, you had only said so."),
        ("I'd to learn it. He'd only the two.", "I had to learn it. He had only the two."),
        ("They won't go, we can't stay, it hasn't.", "They will not go, we cannot stay, it hasn't."),
        ("Don't you see that's that?", "Don't you see that is that?"),
        (
            "I'm sure they're right, we've seen it, you'll see.",
            "I am sure they are right, we have seen it, you will see.",
        ),
        ("Let's go to Maya's, it's o'clock.", "Let us go to Maya's, it is o'clock."),
        ("There's somebody's coat.", "There is somebody's coat."),
    ],
)
def test_short_forms_are_written_out_as_a_person_would(line, long):
    assert spelled_out(line) == long
