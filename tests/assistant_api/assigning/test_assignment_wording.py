"""What a trainer writes about an assignment is stored without personal data; the invented case may be named."""


def test_what_is_written_holds_no_personal_data(cast, ann, tess):
    words = {"title": "Maya and Gareth Whitcombe", "note": "Ask for Maya; ring Gareth on 07700 900461."}
    made = tess.assign(**words)
    assert made["title"] == "Maya and [name]" and made["note"] == "Ask for Maya; ring [name] on [phone]."
    changed = tess.change(made, title="Write to gareth@whitcombe.example", note="Ann, you know him.").json
    assert changed["title"] == "Write to [email]" and changed["note"] == "[name], you know him."
    assert ann.read(made)["title"] == changed["title"]
