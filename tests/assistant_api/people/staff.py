"""An installation where people sign in, with somebody of each role."""

from datetime import timedelta

from api_client import Api

LASTS = timedelta(hours=1)
PASSWORD = "a lamp on the stairs"


class Browser(Api):
    """Somebody's browser, which keeps its cookie."""

    def put(self, path, body=None, **options):
        return self.client.put(f"/api/v1{path}", json=body, **options)

    def sign_in(self, login, password=PASSWORD, **options):
        return self.post("/sign-in", {"login": login, "password": password}, **options)

    def welcome(self, link, **more):
        return self.post("/welcome", {"link": link, "password": PASSWORD, **more})


class Staff:
    """Who works there: Ada looks after it; Tess trains the lamps, Theo the chairs; Amy and Abe are agents."""

    def __init__(self, app):
        self.app = app
        self.ids, self.teams = {}, {}
        people = app.extensions["heard"].people
        first = people.links.make("first", LASTS, None, None)
        self.admin = Browser(app)
        answer = self.admin.welcome(first, name="Ada Admin", login="ada@desk.example")
        assert answer.status_code == 200, answer.text
        self.ids["ada"] = answer.json["id"]
        for team in ("lamps", "chairs"):
            self.teams[team] = self.admin.post("/teams", {"name": team}).json["id"]
        self.trainer = self.add("tess", "trainer", "lamps")
        self.other_trainer = self.add("theo", "trainer", "chairs")
        self.agent = self.add("amy", "agent", "lamps")
        self.other_agent = self.add("abe", "agent", "chairs")

    def add(self, name, role, *teams):
        person = {
            "name": f"{name.title()} {role.title()}",
            "login": f"{name}@desk.example",
            "role": role,
            "teams": [self.teams[team] for team in teams],
        }
        answer = self.admin.post("/people", person)
        assert answer.status_code == 201, answer.text
        self.ids[name] = answer.json["person"]["id"]
        browser = Browser(self.app)
        assert browser.welcome(secret_of(answer)).status_code == 200
        return browser

    def person(self, name, **changes):
        """What a PUT says of somebody, with these changes."""
        (found,) = [one for one in self.admin.get("/people").json["people"] if one["id"] == self.ids[name]]
        kept = {key: found[key] for key in ("name", "login", "role", "teams", "active")}
        return self.admin.put(f"/people/{self.ids[name]}", {**kept, **changes})


def secret_of(answer):
    return answer.json["link"]["path"].removeprefix("/welcome/")
