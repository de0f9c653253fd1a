# Words that the core says. Warm, plain and short; nobody is blamed.

## Errors: what happened, and what a person can do.

error-store-in-use = Tend is already open somewhere else on this phone. Close it there and try again.
error-store-shared = Tend can’t keep what you write in a folder that other apps share. That’s a mistake in the app: please tell the people who made it.
error-store-wrong-key = This phone can’t open what Tend saved here any more. You can set it up again from another of your phones.
error-store-newer = What’s on this phone is from a newer Tend. Please update the app.
error-store-damaged = Part of Tend’s file here is damaged. If you use Tend on another phone, your words are still there.
error-store-disk = There’s no space left on this phone, or the file can’t be read. Free some space and try again.
error-store-failed = Tend couldn’t save that just now. Please try again.
error-space-failed = Something went wrong with the encryption. What you wrote is still here. Please try again.
error-internal = Something went wrong in Tend. What you saved before is safe. Please try again.
error-not-found = This isn’t here any more.
error-too-large = This is too long. Please shorten it.
error-text-empty = There’s nothing written here yet.
error-text-too-long = This is too long. Please shorten it.
error-name-empty = With a name, { partner } can tell that it’s you.
error-name-too-long = Please pick a shorter name.
error-not-yours = Only the person who wrote this can change it.
error-already-thanked = You’ve been thanked for this, so it can’t be changed any more. You can still delete it.
error-thank-own = This one’s from you.
error-already-shared = You’ve shared this already.
error-changed-meanwhile = This has changed since you saw it, maybe on your other phone. Take another look before you share it.
error-not-paired = Tend isn’t connected with { partner } yet.
error-already-paired = Tend is already connected with { partner }.
error-phone-in-use = This phone already has things of yours in Tend. Only a phone where Tend is still empty can be added.
error-no-server = Pick a server first.
error-other-server = This isn’t the server your phones know, so nothing was sent to it. If you set yours up from scratch, enter its address again.
error-device-revoked = You removed this phone from another one, so it doesn’t sync any more. You can still read what’s on it.
error-offline = Tend can’t reach the server right now. Everything’s saved here and goes out later.
error-server-unreadable = The server answered with something Tend can’t read. Please try again later.
error-server-refused = The server couldn’t do that just now. Please try again later.
error-server-busy = The server is busy. Please try again in a minute.
error-server-full = There’s no more room for you on this server. Everything’s saved here.
error-access-code-needed = This server wants an access code. Ask the person who runs it.
error-bad-access-code = This access code is empty or too long. It’s one line of at most 128 characters; please look at it again.
error-bad-server = That isn’t a server address. They look like https://tend.example.org – http:// only works for a server at home, such as http://192.168.1.20:8787
error-invite-newer = This invite comes from a newer Tend. Please update the app.
error-invite-unreadable = Part of this invite is missing. Ask for it again.
error-invite-gone = This invite doesn’t exist any more. Ask for a new one.
error-own-invite = This is your own invite. It’s for the other phone.
error-code-mistyped = There’s a typo in this code. Please check it again.
error-nothing-to-confirm = There’s nothing to confirm yet.
error-this-device = That’s the phone in your hand. Remove it from another of your phones.
error-opens-later = This opens once you’ve practised listening. Any of the listening exercises will do.
error-run-over = This one’s finished. You can start it again any time.
error-run-too-old = It’s been a while, so this starts from the beginning. What you wrote is still here.
error-not-pausable = This one’s done in one go. You can stop any time.
error-no-step = This is the first step.
error-nothing-to-write = There’s nothing to write in this step.
error-only-yours = What you write here stays with you. It can’t be shared.
error-not-on-scale = Please pick a number from 0 to 10.
error-out-of-range = Tend can’t plan that much, or that far away. Please pick something nearer.
error-no-windows = Pick at least one time that works for you.
error-too-many-windows = That’s more times than Tend can hold. A few are enough.
error-window-backwards = The end comes before the start. A time until midnight ends at 00:00; one past midnight can be twelve hours long.
error-zone-unknown = Tend doesn’t know this time zone, so it can’t tell what your hours are elsewhere. Pick another in your phone’s settings.
error-not-open = This is already settled, or another time took its place.
error-own-proposal = That’s your own suggestion, so you can’t answer it yourself.
error-slot-past = That time has passed. Suggest another one.
error-slot-outside-week = That’s too early or too far away for Tend to plan. Please pick a time within a year.
error-session-length = A time together can be 1 to 240 minutes long.
error-slot-taken = You already have something planned then. Please pick an earlier or later time.
error-already-agreed = You two already have a time. If you want another, call that one off first.
error-rule-id = A name for this uses lower-case letters, digits and hyphens.
error-rule-cue = Say in a few words which moment of your day it goes with.
error-rule-leads = That’s too many reminders beforehand.
error-rule-hours = The end comes before the start. Hours until midnight end at 00:00; past midnight, they can be twelve hours long.
error-rule-weekdays = Pick at least one day of the week.
error-rule-times = Once to seven times a week works.
error-rule-every-days = Every 2 to 365 days works.
error-rule-day-of-month = A month has days 1 to 31.
error-rule-day-of-year = That day doesn’t exist.
error-rule-leads-of-routine = Only fixed dates can have a reminder beforehand.
error-rule-once-of-routine = Only fixed dates can be at one single time.
error-rule-chance-of-booked = This reminder is for a fixed date, so it can’t come at a random time.
error-too-many-rules = That’s more reminders than Tend can hold. Remove one first.

## Notices: what a person is told once.

notice-own-device-came = Another phone of yours is connected now: { $device }.
notice-partner-device-came = { partner-start } connected a new phone.
notice-own-device-went = One of your phones was removed: { $device }.
notice-partner-device-went = { partner-start } removed one of their phones.
notice-partner-left = Your shared space was closed. You still have what you wrote.
notice-partner-silent = Nothing has come from { partner } since you connected. If Tend doesn’t show you there either, close your shared space on both phones and connect again. You’ll still have what you wrote.
notice-removed = Another of your phones removed this one. What’s on it stays here.
notice-repaired = Tend renewed your secure connection. Everything’s still here.
notice-server-lost-space = The server says this phone isn’t part of your space any more. Did you remove it from another phone? If not, link it again from there, or ask the person who runs your server. Everything on this phone stays here.
notice-server-full = Your server has no more room for this phone right now. What you write stays here and goes out as soon as it can. If this keeps coming back, ask the person who runs it.
notice-store-put-back = This phone went back to an earlier copy of its data, so Tend renewed your secure connection. Something you wrote since then may be missing here. { partner-start } or your other phones may still have it.
notice-copied-store = It looks as if two phones are using the same copy of Tend. To keep you safe, this one stops sharing for a day, then goes on by itself. If you moved your data to another phone, delete Tend there. What you write is safe here until then.
notice-forbidden-record = Something came in that doesn’t belong in your shared space. Tend didn’t take it.
notice-partners-copy = Something you wrote wasn’t on any of your phones any more, and came back from { partner }. It’s their copy.

kept-back = { $things ->
    [one] One thing you wrote isn’t going out right now. It’s safe on this phone.
   *[other] { $things } things you wrote aren’t going out right now. They’re safe on this phone.
}
kept-here = You removed this phone from another one, so what you write here stays here. To use it with your other phones again, install Tend on it again and link it.

device-unnamed = a phone

## Why an invite came to nothing, and what to do now.

invite-ran-out = It ran out before you both said yes. Please make a new one.
invite-taken-back = It was taken back on one of the phones, or opened on a third one. You can make a new one.
invite-phone-in-use = Tend on the new phone already has something in it, so it stays as it is.
invite-already-paired = One of you is already connected with a partner.
invite-newer = The other phone has a newer Tend. Please update the app on this one, then make a new invite.
invite-not-the-same = The two phones didn’t see the same thing, so Tend stopped to keep you safe. Make a new one, best when you’re together.
