"""What a customer's answer is made of: the shapes that Rasa's answers are read by and that the API hands on."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, Extra, Field


class Shape(BaseModel):
    """A value that cannot change; keys that it does not know are left out, for either side may learn more."""

    class Config:
        """pydantic's settings."""

        allow_mutation = False
        extra = Extra.ignore

        @staticmethod
        def schema_extra(schema: dict[str, Any], model: type[BaseModel]) -> None:
            """Say in OpenAPI 3.0's way that a field is always there, and that it may be null."""
            properties = schema.get("properties", {})
            schema["required"] = list(properties)
            for field in model.__fields__.values():
                if field.allow_none:
                    described = properties[field.alias]
                    if "$ref" in described:
                        described["allOf"] = [{"$ref": described.pop("$ref")}]
                    described["nullable"] = True


class Mood(Shape):
    """How the customer feels."""

    anger: float = Field(ge=0, le=1)
    satisfaction: float = Field(ge=0, le=1)
    band: str = Field(description="furious, angry, annoyed, calm or pleased")


class Change(Shape):
    """One entry of the emotion ledger."""

    words: str = Field(description="The agent's words that did it")
    rule: str = Field(description="The rule that says so")
    on: str = Field(description="What moved: anger, satisfaction, trust …")
    by: float = Field(description="How far")


class Ending(Shape):
    """How a session ended."""

    kind: str = Field(description="content, grudging, walks_off, supervisor, agent_closes or timed_out")
    title: str
    text: str


class Sentence(Shape):
    """One sentence of the agent with its moves."""

    text: str
    start: int = Field(ge=0, description="Offset of its first character in the message, in Unicode code points")
    end: int = Field(ge=0, description="Offset behind its last character")
    labels: list[str] = Field(description="Its moves, in the codebook's order; none is a good answer")
    unsure: list[str] = Field(
        [],
        description="Moves that it may make, too uncertain to be judged: they count nowhere. In the codebook's order",
    )
    raised: dict[str, str] = Field(
        {}, description="The labels that the recogniser missed and a rule's words add, each with the rule's id"
    )
    confidence: dict[str, float] = Field(description="A probability for every label")


class CustomerReply(Shape):
    """What the customer said and felt, with the state that the next turn starts from."""

    state: dict[str, Any]
    lines: list[str]
    topics: list[str] = []
    mood: Mood
    changes: list[Change]
    ending: Ending | None
