"""The desk of a live call: every press goes through it, and it tells what the companion and the Live page show."""

from __future__ import annotations

import time
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from app.live.close_sound import SoundKept
from app.live.sheet import Sheet
from audio.errors import AudioError
from coach.errors import CoachError
from coach.live import happening
from coach.live.clock import LogClock
from coach.live.cues import cue
from coach.live.events import CallMeasured, CallOver, CloseNoticed, NoSaid, NoTakenBack, TheyAreGone
from coach.live.keys import main_press
from coach.live.pressing import pressed
from coach.live.session import CloseBegan, CloseDropped, CloseOver, Log, Session, TakeBack
from coach.live.showing import Tally, shown
from coach.live.state import LiveState, Phase, Press
from coach.stage import Part, Stage
from coach.take import new_id

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from app.live.line import Line
    from coach.bands import Bands
    from coach.calls.call import SaidNo
    from coach.calls.call_list import CallList
    from coach.calls.next_call import Planned
    from coach.live.session import Act, Turn
    from coach.offers.offer import Offer
    from coach.settings import Settings

COUNT_EVERY_MS: Final = 30_000
HELD_S: Final = 0.6
LEFT_ALONE_S: Final = 20.0  # of silence after the good-bye: they have hung up, and nobody has said so
LEFT_ALONE_BY_ITSELF_S: Final = 8.0


class LiveDesk(QObject):
    """All in the thread it lives in, and nothing waits: the call list is asked in a thread of its own.

    `changed` carries the whole state, `stage_changed` the stage while a close goes on (its times are seconds since
    the sound began; its lengths are what is shown), `told` a sentence for the user. `state` is the newest state.
    `let_go` is told the key of a sound that is to be deleted, and may raise a CoachError.
    """

    changed = Signal(object)  # LiveState
    stage_changed = Signal(object)  # coach.stage.Stage
    told = Signal(str)

    def __init__(
        self,
        line: Line,
        offers: Callable[[], Sequence[Offer]],
        settings: Callable[[], Settings],
        bands: Bands,
        let_go: Callable[[str], None],
        clock: LogClock | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.state = LiveState()
        self._line = line
        self._read_offers = offers
        self._settings = settings
        self._bands = bands
        self._let_go = let_go
        self._clock = clock or LogClock()
        self._offers: dict[str, Offer] = {}
        self._session = Session()
        self._tally = Tally()
        self._stage: Stage | None = None
        self._gone = False
        self._began = 0.0  # the newest No, by time.monotonic()
        self._calling = False
        self._sheet = Sheet(self._clock, self)
        self._sheet.found.connect(self._found)
        self._sheet.chosen.connect(self._chosen)
        self._sheet.renewed.connect(lambda planned: self._take(happening.renewed(self._session, planned)))
        self._sheet.counted.connect(self._counted)
        self._sheet.told.connect(self.told)
        line.said.connect(self._heard)
        line.changed.connect(self._show)
        self._counting = QTimer(self, interval=COUNT_EVERY_MS)
        self._counting.timeout.connect(self._look_up)

    def connect_to(self, calls: CallList) -> None:
        """The call list can be asked from now on."""
        self._sheet.connect_to(calls)

    def begin(self, prospect: str | None = None) -> None:
        """Start calling: through the list of who is due, or with that prospect first. The microphone is listened to."""
        if not self._calling:
            self._calling = True
            self._line.open(self._settings())
            self._counting.start()
            self._read()
        if prospect is not None:
            self._sheet.choose(prospect)
        self._look_up()

    def end(self) -> None:
        """Calling is over: a close that goes on is logged, and nobody listens any more."""
        if not self._calling:
            return
        self._calling = False
        self._counting.stop()
        self._take(happening.ended(self._session, new_id()), self._line.at())
        self._line.close()
        self._show()

    def press(self, press: Press, moment: float | None = None) -> None:
        """One that is not usable now does nothing. `moment` of `time.monotonic()` is when it was, None is now."""
        if not self._calling:
            return
        if press is Press.NO:
            self._began = time.monotonic() if moment is None else moment
        at = self._line.pressed(moment)
        self._take(pressed(self._session, press, self._clock.now(), new_id()), at)

    def press_main(self, moment: float | None = None) -> None:
        """The one key: No while the script is shown, Hung up while a close goes on (coach.live.keys.main_press).

        So soon after the No it is still the same touch: a key that is held, or a double click.
        """
        held = (time.monotonic() if moment is None else moment) - self._began < HELD_S
        if self._session.phase is not Phase.CLOSING or not held:
            self.press(main_press(self.state), moment)

    def said_no(self, said: SaidNo) -> None:
        """How they said no, for the call that was just logged; the same again takes it back."""
        self._take(happening.how_they_said_no(self._session, said))

    def refresh(self) -> None:
        """The list, the offers or the settings have changed elsewhere."""
        self._read()
        if self._calling:
            self._line.open(self._settings())
            self._session = happening.forgotten(self._session)
            if self._session.planned is not None:
                self._sheet.renew(self._session.planned.prospect.id)
        self._look_up()
        self._show()

    def close(self) -> None:
        """The program ends: `end`, and whatever is not logged yet is logged before this returns."""
        self.end()
        self._sheet.close()

    def _take(self, turn: Turn, at: float | None = None) -> None:
        """The turn that a press or an event has led to; `at` is its moment in the sound."""
        if turn.session == self._session and not turn.acts:
            return
        before, self._session = self._session, turn.session
        for act in turn.acts:
            self._do(act, at, before)
        if self._session.phase is not Phase.CLOSING:
            self._stage = None
        self._fetch()
        self._show()

    def _do(self, act: Act, at: float | None, before: Session) -> None:
        match act:
            case Log(call=call):
                self._sheet.log(call)
                self._sheet.count()
            case TakeBack(call=taken):
                self._sheet.take_back(taken)
                self._sheet.count()
                self._forget_sound(before, taken)
            case CloseBegan(call=begun, noticed=noticed):
                self._stage, self._gone = Stage(), False
                self.stage_changed.emit(self._stage)
                if at is not None:
                    self._line.tell(NoSaid(begun, at, noticed))
            case CloseOver(call=over, ending=ending) if at is not None:
                self._line.tell(CallOver(over, at, ending))
            case CloseDropped(call=dropped):
                self._line.tell(NoTakenBack(dropped))
            case _:
                pass

    def _forget_sound(self, before: Session, taken: str) -> None:
        for entry in before.logged:
            if entry.call.id == taken and entry.call.sound is not None:
                self._delete(entry.call.sound)

    def _delete(self, sound: str) -> None:
        try:
            self._let_go(sound)
        except CoachError as error:
            self.told.emit(str(error))

    def _heard(self, said: object) -> None:
        match said:
            case Stage():
                self._follow(said)
            case CloseNoticed():
                by_itself = self._settings().hands_free == "log"
                self._take(happening.noticed(self._session, self._clock.now(), by_itself=by_itself), self._line.at())
            case TheyAreGone() if self._session.phase is Phase.CLOSING:
                self._gone = True
                self._show()
            case CallMeasured(call=call, measured=numbers):
                self._take(happening.measured(self._session, call, numbers))
            case SoundKept():
                self._keep(said)
            case AudioError():
                self.told.emit(str(said))
            case _:
                pass

    def _follow(self, stage: Stage) -> None:
        if self._session.phase is not Phase.CLOSING:
            return
        cue_before, self._stage = self._cue(), stage
        self.stage_changed.emit(stage)
        limit = LEFT_ALONE_BY_ITSELF_S if self._session.by_itself else LEFT_ALONE_S
        if stage.part is Part.SILENCE and (stage.silence or 0.0) >= limit:
            self._take(happening.gone_on(self._session, new_id()), stage.now)
        elif self._cue() != cue_before:
            self._show()

    def _keep(self, kept: SoundKept) -> None:
        if kept.fault is not None:
            self.told.emit(kept.fault)
        if kept.key is None:
            return
        turn = happening.sound_kept(self._session, kept.call, kept.key)
        if not turn.acts:  # it was taken back meanwhile
            self._delete(kept.key)
        self._take(turn)

    def _look_up(self) -> None:
        """Now and then, and where the list is another one: who is due has changed by itself."""
        self._sheet.look_again()
        self._fetch()
        self._sheet.count()

    def _fetch(self) -> None:
        if self._calling:
            self._sheet.fetch(self._session)

    def _found(self, planned: Planned | None) -> None:
        if planned is not None and self._calling:
            self._take(happening.found(self._session, planned, new_id()))
        self._fetch()

    def _chosen(self, planned: Planned) -> None:
        if self._calling:
            self._take(happening.chosen(self._session, planned, new_id()), self._line.at())

    def _counted(self, counted: Tally) -> None:
        if counted != self._tally:
            self._tally = counted
            self._show()

    def _read(self) -> None:
        self._offers = {offer.id: offer for offer in self._read_offers()}

    def _cue(self) -> str:
        return cue(self._session.phase, self._stage, self._bands, noticed=self._session.noticed, gone=self._gone)

    def _show(self) -> None:
        chosen = self._settings()
        ours = {"caller": chosen.caller, "firm": chosen.firm}
        warning = self._line.warning if self._calling else None
        state = shown(self._session, self._tally, self._offers, ours, cue=self._cue(), warning=warning)
        if not self._calling:
            state = replace(state, usable=frozenset(), undo=None, said_no=(), said=None)
        if state != self.state:
            self.state = state
            self.changed.emit(state)
