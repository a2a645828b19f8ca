"""A window of another program: it says which keys it was given, and when the focus went for good."""

import sys

from Xlib import XK, X
from Xlib.display import Display

NAMES = {value: name.removeprefix("XK_") for name, value in vars(XK).items() if name.startswith("XK_")}

display = Display()
screen = display.screen()
window = screen.root.create_window(
    0,
    0,
    300,
    200,
    0,
    screen.root_depth,
    event_mask=X.KeyPressMask | X.FocusChangeMask,
    background_pixel=screen.white_pixel,
)
window.set_wm_name("softphone")
window.map()
while True:
    event = display.next_event()
    if event.type == X.KeyPress:
        sym = display.keycode_to_keysym(event.detail, 0)
        sys.stdout.write(f"key {NAMES.get(sym, sym)}\n")
    elif event.type == X.FocusIn and event.mode == X.NotifyNormal:
        sys.stdout.write("focus\n")
    elif event.type == X.FocusOut and event.mode == X.NotifyNormal:
        sys.stdout.write("lost\n")
    sys.stdout.flush()
