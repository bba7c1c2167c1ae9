"""The recogniser as a component of Rasa's pipeline."""

from __future__ import annotations

import hashlib
import logging
import shutil
from pathlib import Path
from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.extractors.extractor import EntityExtractorMixin
from rasa.shared.core.events import BotUttered, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.shared.exceptions import RasaException
from rasa.shared.nlu.constants import ENTITIES, INTENT, INTENT_RANKING_KEY, METADATA, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.nlu.evaluation import compare_by_weightiest_move
from bot.nlu.examples import training_rows
from bot.nlu.tags import RECOGNISER, SENTENCES, entities, intent_ranking
from bot.plain_text import unguarded
from coaching import paths
from coaching.errors import CoachError
from coaching.recognition.examples import TrainingRow
from coaching.recognition.model import load_model
from coaching.recognition.training import fingerprint, train
from coaching.suggestions.reading import Reader

logger = logging.getLogger(__name__)

MODEL_FILE = "heard.joblib"


@DefaultV1Recipe.register(
    [DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR],
    is_trainable=True,
)
class HeardTagger(GraphComponent, EntityExtractorMixin):
    """Splits a message into sentences and recognises the moves of each.

    To Rasa the weightiest move of the message is its intent and every sentence's moves are entities with the
    sentence's span. The sentences themselves, those without a move among them, and the recogniser's version are in the
    message's parse data under ``sentences`` and ``recogniser``.
    """

    def __init__(self, storage: ModelStorage, resource: Resource, reader: Reader | None = None) -> None:
        """Hold where the model is kept and, unless it is yet to be trained, what reads the moves."""
        self._storage, self._resource, self._reader = storage, resource, reader

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> HeardTagger:
        """A component that is yet to be trained."""
        return cls(model_storage, resource)

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: object,
    ) -> HeardTagger:
        """A trained component, warm: the first agent to practise does not wait for spaCy and the encoder."""
        compare_by_weightiest_move()
        with model_storage.read_from(resource) as folder:
            reader = Reader.load(Path(folder) / MODEL_FILE)
        reader.recognise("I am sorry that your parcel is late.")
        return cls(model_storage, resource, reader)

    @classmethod
    def fingerprint_addon(cls, config: dict[str, Any]) -> str | None:
        """The shared model's content, so that Rasa's cache does not bring back a copy of an older one."""
        return _version(paths.recogniser_model())

    def train(self, training_data: TrainingData) -> Resource:
        """Put a model into Rasa's: a copy of the shared file where it was trained from these very examples.

        The assistant and the bot then run the same bytes. Other examples (the folds of a cross-validation, data of
        your own) are trained from scratch and leave the shared file alone.

        Raises:
            RasaException: The examples do not suffice, or the shared file cannot be read; Rasa prints the message.
        """
        rows = training_rows(training_data.training_examples)
        try:
            with self._storage.write_to(self._resource) as folder:
                _put_model(rows, Path(folder) / MODEL_FILE)
        except CoachError as error:
            raise RasaException(str(error)) from error
        return self._resource

    def process(self, messages: list[Message], tracker: DialogueStateTracker) -> list[Message]:
        """Add intent, ranking, entities and sentences to each message.

        A sentence is read in the light of the customer's last message: the one that the channel names in the message's
        metadata (``customer``), else what the customer last said in this conversation.
        """
        if self._reader is None:
            raise RuntimeError("HeardTagger was asked for tags before it was trained")
        for message in messages:
            customer = (message.get(METADATA) or {}).get("customer") or _last_lines(tracker)
            sentences = self._reader.recognise(unguarded(message.get(TEXT) or ""), customer)
            ranking = intent_ranking(sentences)
            found = {
                INTENT: ranking[0],
                INTENT_RANKING_KEY: ranking,
                ENTITIES: (message.get(ENTITIES) or []) + entities(sentences, self.name),
                SENTENCES: [sentence.to_json() for sentence in sentences],
                RECOGNISER: self._reader.version,
            }
            for attribute, value in found.items():
                message.set(attribute, value, add_to_output=True)
        return messages


def _put_model(rows: list[TrainingRow], target: Path) -> None:
    shared = paths.recogniser_model()
    if shared.exists() and load_model(shared).fingerprint == fingerprint(rows):
        logger.info("The recogniser is the shared one, %s.", shared)
        shutil.copyfile(shared, target)
        return
    logger.info("Training a recogniser from the %d sentences of this data.", len(rows))
    train(rows, target, logger.info)


def _last_lines(tracker: DialogueStateTracker) -> str:
    """What the customer said since the agent's last message."""
    lines = []
    for event in reversed(tracker.events):
        if isinstance(event, UserUttered):
            break
        if isinstance(event, BotUttered) and event.text:
            lines.append(str(event.text))
    return "\n".join(reversed(lines))


def _version(model: Path) -> str | None:
    return hashlib.sha256(model.read_bytes()).hexdigest() if model.exists() else None
