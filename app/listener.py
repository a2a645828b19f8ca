"""Carries the engine's values from the listening thread to Qt's: the only thread code of the app."""

from __future__ import annotations

import logging
from collections.abc import Callable
from contextlib import AbstractContextManager, ExitStack, closing, nullcontext
from functools import partial
from threading import Event, Lock, Thread

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal, SignalInstance, Slot

from app.hearing import Hearing, MicrophoneLike
from app.live.watch import Watch
from app.said import CallState, Meter, MicrophoneState, Peaks
from app.take import BROKE, CallLike, Recorder, Take, Unrecorded
from app.taking import Engine, Taking
from app.trials.trial import Trial
from audio.errors import AudioError, MicrophoneError
from audio.mute import muted
from coach.stage import Stage

RETRY_S = 1.0
ZEROS_KEPT_S = 5.0
REFUSAL_S = 3.0
CLOSE_S = 1.5

log = logging.getLogger(__name__)


class Listener(QObject):
    """Holds the microphone open, and runs one take at a time over its sound.

    All signals arrive in the thread this object lives in. `meter` is a one-place slot that a widget
    may read whenever it paints. `engine` judges a take without a prospect. `record` makes a recorder for a sample
    rate and a drill, and names the key of its sound; `own` is held during a take and refuses it with a
    MicrophoneError while another program has the microphone.
    """

    microphone_changed = Signal(object)  # MicrophoneState
    take_started = Signal()
    stage_changed = Signal(object)  # coach.stage.Stage
    sound_drawn = Signal(object)  # Peaks
    take_ended = Signal(object)  # TakeEnded
    take_stopped = Signal()  # by `stop_take`: nothing is kept
    call_changed = Signal(object)  # CallState: what the virtual prospect does
    take_refused = Signal(str)  # the sentence of why it did not begin
    tried = Signal(object, object)  # a Trial, and what it says; None when it has heard enough
    watched = Signal(object)  # what the Watch says of live calls

    meter: Meter

    _said = Signal(object)

    def __init__(
        self,
        open_microphone: Callable[[str | None], MicrophoneLike],
        engine: Engine,
        record: Callable[[int, str | None], tuple[str, Recorder]] | None = None,
        own: Callable[[], AbstractContextManager[None]] = nullcontext,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.meter = Meter()
        self._open_microphone = open_microphone
        self._engine = engine
        self._record = record
        self._own = own
        self._thread: Thread | None = None
        self._lock = Lock()  # over the next eight, which both threads write
        self._wake = Event()
        self._closing = False
        self._name: str | None = None
        self._microphone: MicrophoneLike | None = None
        self._take: Take | None = None
        self._trial: Trial | None = None
        self._watch: Watch | None = None
        self._state = MicrophoneState("", usable=False)
        self._said.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    # In the thread this object lives in.

    def open(self) -> None:
        """Start listening on the chosen microphone; faults arrive by `microphone_changed`."""
        if self._thread is not None and self._thread.is_alive():
            return
        self._closing = False
        self._thread = Thread(target=self._run, name="listener", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Let go of the microphone and wait for the thread; a running take is ended and kept.

        Its `take_ended` comes before this returns. A driver that hangs is not waited for.
        """
        with self._lock:
            self._closing = True
            self._leave_microphone()
        if self._thread is not None:
            self._thread.join(CLOSE_S)
            if self._thread.is_alive():
                log.error("the microphone did not let go within %g s", CLOSE_S)
        QCoreApplication.sendPostedEvents(self, QEvent.Type.MetaCall)

    def choose(self, name: str | None) -> None:
        """Listen on another microphone from now on; None is the system's default. Ends a running take first.

        What was plugged in since is found by this, too.
        """
        with self._lock:
            self._name = name
            self._leave_microphone()

    def start_take(self, call: CallLike | None = None) -> None:
        """From now on the sound is a take (with the half second before it), and the call its other side, if any.

        Without a microphone there is none, and `microphone_changed` says again why.
        """
        with self._lock:
            if self._microphone is None:
                self._say(self.microphone_changed, self._state)
            elif self._take is None:
                self._take = Take(call)

    def hang_up(self) -> None:
        """The take ends at this moment on the microphone's own clock; `take_ended` follows."""
        with self._lock:
            if self._take is not None and self._microphone is not None:
                self._take.end_at(self._microphone.position())

    def stop_take(self) -> None:
        """The take does not count: nothing of it is kept; `take_stopped` follows."""
        with self._lock:
            if self._take is not None:
                self._take.drop()

    def try_out(self, trial: Trial | None) -> None:
        """Between takes, `trial` hears the sound from now on, instead of the one before it; None ends that."""
        with self._lock:
            if self._trial is not None:
                self._trial.stop()
            self._trial = trial

    def watch(self, watch: Watch) -> None:
        """Between takes and trials, `watch` hears the sound from now on, until it is stopped and over."""
        with self._lock:
            self._watch = watch

    def _leave_microphone(self) -> None:
        self._wake.set()
        if self._microphone is not None:
            self._microphone.stop()

    @Slot(object)
    def _deliver(self, emit: Callable[[], None]) -> None:
        emit()

    def _say(self, signal: SignalInstance, *values: object) -> None:
        """From any thread."""
        self._said.emit(partial(signal.emit, *values))

    # In the listening thread.

    def _run(self) -> None:
        while not self._closing:
            self._listen()
            self._wake.wait(RETRY_S)

    def _listen(self) -> None:
        name = self._name or ""
        try:
            if (microphone := self._next_microphone()) is None:
                return
            with closing(iter(microphone)) as blocks:
                try:
                    self._hear(Hearing(microphone, blocks, self._notice))
                finally:
                    name = microphone.name
        except AudioError as fault:
            self._give_up(MicrophoneState(name, usable=False, sentence=str(fault)))
        except Exception:
            log.exception("listening broke off")
            self._give_up(MicrophoneState(name, usable=False, sentence=BROKE))
        self.meter = Meter()

    def _next_microphone(self) -> MicrophoneLike | None:
        """The one that is wanted now; every wish after this moment ends its iteration, so none is overslept."""
        with self._lock:
            self._wake.clear()
            self._microphone = None if self._closing else self._open_microphone(self._name)
            return self._microphone

    def _give_up(self, state: MicrophoneState) -> None:
        """Until the next try. A take that was wanted and had not begun does not begin later by surprise."""
        with self._lock:
            wanted, self._take = self._take, None
            self._microphone = None
            if wanted is not None or state != self._state:
                self._state = state
                self._say(self.microphone_changed, state)

    def _announce(self, state: MicrophoneState) -> None:
        if state != self._state:
            self._state = state
            self._say(self.microphone_changed, state)

    def _notice(self, hearing: Hearing) -> None:
        self.meter = Meter(hearing.level.level_dbfs, hearing.level.noise_dbfs)
        name = hearing.microphone.name
        if hearing.mute.muted:
            self._complain(hearing, muted(name))
        elif hearing.mute.ever_heard and hearing.heard >= hearing.refused_until:
            self._announce(MicrophoneState(name, usable=True))

    def _complain(self, hearing: Hearing, fault: MicrophoneError) -> None:
        self._announce(MicrophoneState(hearing.microphone.name, usable=False, sentence=str(fault)))

    def _hear(self, hearing: Hearing) -> None:
        for block in hearing:
            if self._take is not None:
                self._run_take(self._take, hearing, block.rate_hz)
            elif (trial := self._trial) is not None and not trial.over and hearing.mute.ever_heard:
                self._run_trial(trial, hearing)
            elif (watch := self._watch) is not None and not watch.over and hearing.mute.ever_heard:
                for said in watch.hear(hearing, lambda: self._watch is not watch or self._wanted()):
                    self._say(self.watched, said)
            elif not hearing.mute.ever_heard and hearing.mute.zeros_s > ZEROS_KEPT_S:
                self._wake.set()
                return  # where the system has since allowed the microphone, only a new stream hears it

    def _wanted(self) -> bool:
        """A take or a trial waits."""
        return self._take is not None or (self._trial is not None and not self._trial.over)

    def _run_trial(self, trial: Trial, hearing: Hearing) -> None:
        for said in trial.hear(hearing):
            self._say(self.tried, trial, said)
        if trial.over:
            self._say(self.tried, trial, None)

    def _run_take(self, take: Take, hearing: Hearing, rate_hz: int) -> None:
        with ExitStack() as held:
            try:
                held.enter_context(self._own())
                held.enter_context(take.call.connected() if take.call is not None else nullcontext())
            except MicrophoneError as refusal:
                self._take = None
                hearing.refused_until = hearing.heard + round(REFUSAL_S * rate_hz)
                self._complain(hearing, refusal)
                return
            except AudioError as refusal:  # nothing to play on, or the sound system does not answer
                self._over(self.take_refused, str(refusal))
                return
            key, recorder = self._recorder(take, rate_hz)
            self._say(self.take_started)
            ended = Taking(take, hearing, rate_hz, self._tell).run(self._engine, recorder, key)
            if take.fault is not None:
                self._complain(hearing, take.fault)  # first, so that nobody starts the next take on it
            if ended is None:
                self._over(self.take_stopped)
            else:
                self._over(self.take_ended, ended)
        if take.fault is not None:
            raise take.fault

    def _recorder(self, take: Take, rate_hz: int) -> tuple[str | None, Recorder]:
        if self._record is None:
            return None, Unrecorded()
        return self._record(rate_hz, take.call.drill if take.call is not None else None)

    def _tell(self, said: Stage | CallState | Peaks) -> None:
        match said:
            case Stage():
                self._say(self.stage_changed, said)
            case CallState():
                self._say(self.call_changed, said)
            case Peaks():
                self._say(self.sound_drawn, said)

    def _over(self, signal: SignalInstance, *values: object) -> None:
        """Said only when the next take can begin: whoever hears it may start one at once."""
        with self._lock:
            self._take = None
        self._say(signal, *values)
