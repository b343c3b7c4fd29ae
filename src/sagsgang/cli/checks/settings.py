"""Which `sagsgang.toml` a document is checked by, and the rules of one's own that it names."""

from dataclasses import dataclass, replace
from pathlib import Path

from sagsgang.checking.registry import BadRule, add_own_rules
from sagsgang.checking.settings import DEFAULTS, Settings
from sagsgang.checking.settings_file import FILE_NAME, BadSettings, parse_settings, rules_folder
from sagsgang.cli.inputs import reason
from sagsgang.cli.language import _

#: The folders whose rules this process has.
_loaded: set[Path] = set()


class UnusableSettings(Exception):
    """A settings file that nothing can be checked by; `file` is its name, the text says why."""

    def __init__(self, file: Path, why: str) -> None:
        super().__init__(why)
        self.file = file


@dataclass(frozen=True, slots=True)
class Chosen:
    """The settings for a document, the file they are from, and its folder of own rules."""

    settings: Settings = DEFAULTS
    file: Path | None = None
    rules: Path | None = None


class SettingsFiles:
    """The settings files of one run, each read once.

    `given` is used for all documents; without it that in the document's own folder, else that in
    the folder where the command is run.
    """

    def __init__(self, given: Path | None = None) -> None:
        self._given = given
        self._read: dict[Path, Chosen] = {}
        self._codes: dict[Path, frozenset[str]] = {}

    def of(self, folder: Path) -> Chosen:
        """The settings of the documents in a folder. Raises UnusableSettings."""
        file = self._file(folder)
        if file is None:
            return self._alone(Chosen())
        key = file.resolve()
        if key not in self._read:
            self._read[key] = self._load(file)
        return self._alone(self._read[key])

    def _file(self, folder: Path) -> Path | None:
        if self._given is not None:
            return self._given
        # Beside what was named: the name stays as short as it was given.
        return next((f for f in (folder / FILE_NAME, Path(FILE_NAME)) if f.is_file()), None)

    def _load(self, file: Path) -> Chosen:
        try:
            text = file.read_text(encoding="utf-8-sig")
            folder = rules_folder(text)
            own = None if folder is None else (file.parent / folder).resolve()
            if own is not None:
                self._refuse_strangers(file)
                self._take(own)
            return Chosen(parse_settings(text)[0], file, own)
        except OSError as error:
            raise UnusableSettings(file, reason(error)) from error
        except UnicodeDecodeError as error:
            raise UnusableSettings(file, _("is not text in UTF-8")) from error
        except (BadSettings, BadRule) as error:
            raise UnusableSettings(file, str(error)) from error

    def _refuse_strangers(self, file: Path) -> None:
        """Rules are programs: they are run for who points at their settings, not because the file
        lay beside documents that may have come from anywhere. Raises BadRule.
        """
        if file != self._given and file.resolve().parent != Path.cwd():
            raise BadRule(_("names rules of its own, which are programs; run them with --settings"))

    def _take(self, folder: Path) -> None:
        """Load the rules of a folder; a code belongs to one folder of a run. Raises BadRule."""
        codes = frozenset(rule.code for rule in add_own_rules(folder))
        _loaded.add(folder)
        for other, taken in self._codes.items():
            if other != folder and codes & taken:
                raise BadRule(_("{} is a rule in {} too").format(min(codes & taken), other))
        self._codes[folder] = codes

    def _alone(self, chosen: Chosen) -> Chosen:
        """With no other rules of one's own than those the settings name."""
        own = self._codes.get(chosen.rules, frozenset()) if chosen.rules else frozenset()
        return replace(chosen, settings=replace(chosen.settings, own=own))


def ensure_rules(chosen: Chosen) -> None:
    """See to it that this process has the own rules of the settings; once for each folder."""
    if chosen.rules is not None and chosen.rules not in _loaded:
        add_own_rules(chosen.rules)
        _loaded.add(chosen.rules)
