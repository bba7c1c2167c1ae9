"""People of two teams who ask an application where people sign in, each with a token of their own."""

from api_client import Api
from sqlalchemy import insert, update

from assistant_api.store import TokenStore, now
from assistant_api.store.tables import people, team_members, teams, tokens

TEAMS = ("north", "south")


class Known(Api):
    """Asks as one person."""

    def __init__(self, app, token):
        super().__init__(app)
        self.token = token
        self.client.environ_base["HTTP_AUTHORIZATION"] = f"Bearer {token}"

    def put(self, path, body):
        return self.client.put(f"/api/v1{path}", json=body)


def seat(app, database, cast, known=Known):
    """Put people into the store and let each of them in.

    Args:
        cast: By id: the name, the role, and the team or None.
        known: What asks as one of them.

    Returns:
        Who asks, by id.
    """
    with database.writing() as connection:
        for team in TEAMS:
            connection.execute(insert(teams).values(id=team, name=team.capitalize(), created_at=now()))
        for name, (called, role, team) in cast.items():
            person = {"id": name, "name": called, "login": f"{name}@example.com", "role": role, "active": True}
            connection.execute(insert(people).values(**person, created_at=now()))
            if team:
                connection.execute(insert(team_members).values(team_id=team, person_id=name))
    store = TokenStore(database)
    seated = {name: known(app, store.add(name)) for name in cast}
    with database.writing() as connection:
        scopes = {"person_id": tokens.c.name, "scopes": ["read", "write", "export"]}
        connection.execute(update(tokens).values(scopes))
    return seated
