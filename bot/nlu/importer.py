"""Rasa's view of the project's data: weightiest moves as intents, and no actions that nobody runs."""

from __future__ import annotations

from pathlib import Path

from rasa.shared.core.domain import KEY_RESPONSES, Domain
from rasa.shared.core.events import ActionExecuted
from rasa.shared.exceptions import RasaException
from rasa.shared.importers import utils
from rasa.shared.importers.rasa import RasaFileImporter
from rasa.shared.nlu.training_data.training_data import TrainingData
from rasa.shared.utils.common import cached_method

from bot.nlu.examples import as_example, with_weightiest_intent
from coaching import paths
from coaching.errors import CoachError
from coaching.recognition.examples import read_examples


class HeardImporter(RasaFileImporter):
    """Reads the files as Rasa does and then makes two changes.

    The training sentences carry sets of moves (``hear+empathize``), the tagger's intent is the weightiest of them: the
    examples get that intent, so that domain, validation and model speak of the same nineteen intents.

    Every response of a domain is an action to Rasa. The customer's lines are chosen by ``coaching.customer``, which
    repeats a choice exactly for the same seed; only responses that a rule or story utters stay in the domain. All of
    them have passed Rasa's checks by then.
    """

    @cached_method
    def get_domain(self) -> Domain:
        """The domain, with those responses only that a rule or a story utters."""
        domain = super().get_domain()
        steps = utils.story_graph_from_paths(self._story_files, domain).story_steps
        uttered = {event.action_name for step in steps for event in step.events if isinstance(event, ActionExecuted)}
        responses = {name: texts for name, texts in domain.responses.items() if name in uttered}
        return Domain.from_dict({**domain.as_dict(), KEY_RESPONSES: responses})

    @cached_method
    def get_nlu_data(self, language: str | None = "en") -> TrainingData:
        """The training examples, each with its weightiest move as intent.

        The project's own folder is read by the recogniser's reader, which takes a tenth of a second where Rasa takes
        fifteen and tells the line of a fault; whatever else is given is read by Rasa.

        Raises:
            RasaException: A file of the folder is not as it should be.
        """
        folder = paths.training_data().resolve() / "nlu"
        own = {str(file) for file in folder.glob("*.yml")}
        given = {str(Path(file).resolve()): file for file in self._nlu_files}
        if not own or not own <= set(given):
            own = set()
        data = utils.training_data_from_paths([given[file] for file in sorted(set(given) - own)], language)
        examples = [with_weightiest_intent(example) for example in data.training_examples]
        try:
            examples += [as_example(row) for row in read_examples(folder)] if own else []
        except CoachError as error:
            raise RasaException(str(error)) from error
        return TrainingData(examples, data.entity_synonyms, data.regex_features, data.lookup_tables, data.responses)
