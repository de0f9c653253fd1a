# Words that the core says. Warm, plain and short; nobody is blamed.

## Errors: what happened, and what a person can do.

error-store-in-use = Tend is open somewhere else on this phone. Close it there and try again.
error-store-shared = Tend can't keep what you write in a folder that other apps share. That's a mistake in the app: please tell the people who made it.
error-store-wrong-key = This phone can no longer open what Tend kept here. You can set it up again from another of your phones.
error-store-newer = A newer Tend wrote what is on this phone. Please update the app.
error-store-damaged = Something in Tend's file on this phone is damaged. Your other phones still have everything.
error-store-disk = There is no room left, or the file cannot be read. Free some space and try again.
error-store-failed = Tend could not save this just now. Please try again.
error-space-failed = Something did not fit while securing this. Nothing was lost; please try again.
error-internal = Something went wrong inside Tend. What you wrote before is safe; please try again.
error-not-found = This is not here any more.
error-too-large = This is a little too long. Please shorten it.
error-text-empty = There are no words here yet.
error-text-too-long = This is a little too long. Please shorten it.
error-name-empty = A name helps your partner know it is you.
error-name-too-long = Please choose a shorter name.
error-not-yours = Only the person who wrote this can change it.
error-already-thanked = Your partner has thanked you for this, so it stays as it is. You can still delete it.
error-thank-own = This one is from you.
error-already-shared = Your partner has this already.
error-changed-meanwhile = This has changed since you saw it, maybe on your other phone. Have another look before you share it.
error-not-paired = You are not connected with a partner yet.
error-already-paired = You are connected with a partner already.
error-phone-in-use = This phone already holds something of yours. Only a fresh one can become your next phone.
error-no-server = Choose a server first.
error-other-server = This is another server than the one that your devices know, so nothing was sent to it. If you set yours up from scratch, enter its address again.
error-device-revoked = You removed this device on another one, and it no longer syncs. What is on it stays readable here.
error-offline = The server cannot be reached right now. Everything is saved here, and will go out later.
error-server-unreadable = The server answered something that Tend does not understand. Please try again later.
error-server-refused = The server could not do this just now. Please try again later.
error-server-busy = The server asks for a little patience. Please try again in a minute.
error-server-full = There is no more room for you on this server. Everything is saved here.
error-access-code-needed = This server asks for an access code. Whoever runs it can give you one.
error-bad-access-code = This access code is empty or too long. It is one line of at most 128 characters; please look at it again.
error-bad-server = That is not an address Tend can use. It looks like https://tend.example.org – http:// works only for a server at home, such as http://192.168.1.20:8787
error-invite-newer = This invite comes from a newer Tend. Please update the app.
error-invite-unreadable = This is not a whole invite. Ask for it again.
error-invite-gone = This invite is not there any more. Ask for a new one.
error-own-invite = This is your own invite. It is for the other phone.
error-code-mistyped = This code has a typo in it. Please look again.
error-nothing-to-confirm = There is nothing to confirm yet.
error-this-device = This is the phone in your hand. Remove it from another of your phones.
error-opens-later = This opens once you have practised listening a little. Any of the listening exercises will do.
error-run-over = This has come to its end already. You can begin it anew whenever you like.
error-run-too-old = This was a while ago. What you wrote is still here; the exercise begins anew.
error-not-pausable = This one is done in one go. You can stop it at any time.
error-no-step = This is the first step.
error-nothing-to-write = There is nothing to write in this step.
error-only-yours = What you write here stays with you. It is not made for sharing.
error-not-on-scale = Please choose a number from 0 to 10.
error-out-of-range = This is more, earlier or later than Tend can plan. Please choose something nearer.
error-no-windows = Choose at least one time that suits you.
error-too-many-windows = These are more times than Tend can hold. A few are enough.
error-window-backwards = This time ends before it begins. One until midnight ends at 00:00; one that goes on after midnight is twelve hours long at most.
error-zone-unknown = Tend does not know this time zone, so it cannot tell what your hours are for others. Please choose another in the settings of your phone.
error-not-open = This is settled already, or another time has taken its place.
error-own-proposal = This is your own suggestion. The other answer is for { partner }.
error-slot-past = This time is over. Another one can be suggested.
error-slot-outside-week = This time is so early or so late that Tend cannot plan it. Please choose a nearer one.
error-session-length = A time together is between 1 and 240 minutes long. Please choose a length in between.
error-slot-taken = Another time that is agreed goes on then. Please choose an earlier or a later one.
error-already-agreed = There is a time that you both agreed on. It can be called off first.
error-rule-id = A name for this has small letters, digits and hyphens.
error-rule-cue = Say in a few words which moment of your day it belongs to.
error-rule-leads = So many reminders beforehand are not possible.
error-rule-hours = These hours end before they begin. Hours until midnight end at 00:00; those that go on after midnight are twelve hours long at most.
error-rule-weekdays = Choose at least one day of the week.
error-rule-times = Once to seven times a week is possible.
error-rule-every-days = Every 2 to 365 days is possible.
error-rule-day-of-month = A month has the days 1 to 31.
error-rule-day-of-year = There is no such day in a year.
error-rule-leads-of-routine = Only an appointment or a day to remember can be told beforehand.
error-rule-once-of-routine = Only an appointment or a day to remember can be at one moment.
error-rule-chance-of-booked = An appointment or a day to remember has its own day.
error-too-many-rules = These are more than Tend can keep apart. Take one away first.

## Notices: what a person is told once.

notice-own-device-came = Another phone of yours is now connected: { $device }.
notice-partner-device-came = Your partner is now here with a new phone.
notice-own-device-went = A phone of yours was removed: { $device }.
notice-partner-device-went = Your partner removed one of their phones.
notice-partner-left = Your shared space was closed. What you wrote is still with you.
notice-partner-silent = Nothing has come from your partner's phone since you connected. If Tend does not show you there either, close your shared space on both phones and connect again. What you wrote stays with you.
notice-removed = This phone was removed by another of yours. What is on it stays here.
notice-repaired = Tend renewed your secure connection. Nothing was lost.
notice-server-lost-space = The server says this phone isn't part of your space any more. Did you remove it from another phone? If not, link it again from there, or ask the person who runs your server. Everything on this phone stays here.
notice-server-full = Your server has no more room for this phone right now. What you write stays here and goes out as soon as it can. If this keeps coming back, ask the person who runs it.
notice-store-put-back = This phone went back to an earlier copy of its data, so Tend renewed your secure connection. Something you wrote since then may be missing here. Your partner or your other phones may still have it.
notice-copied-store = It looks as if two phones are using the same copy of Tend. To keep you safe, this one takes a break from sharing for a day, then goes on by itself. If you put your data on another phone, delete Tend there. What you write is safe here meanwhile.
notice-forbidden-record = Something arrived that does not belong in your shared space. It was not taken.
notice-partners-copy = Your partner's phone gave back something that you wrote, since none of your phones had it any more. It is the copy that your partner has.

kept-back = { $things ->
    [one] One thing you wrote isn't going out right now. It's safe on this phone.
   *[other] { $things } things you wrote aren't going out right now. They're safe on this phone.
}
kept-here = You removed this phone from another one, so what you write here stays here. To use it with your other phones again, install Tend on it again and link it.

device-unnamed = a phone

## Why an invite came to nothing, and what to do now.

invite-ran-out = It ran out before both of you said yes. Please make a new one.
invite-taken-back = It was taken back on one of the phones, or opened on a third one. You can make a new one.
invite-phone-in-use = The new phone holds something already, so it stays as it is. Nothing on it was lost.
invite-already-paired = One of you is connected with a partner already.
invite-newer = The other phone has a newer Tend. Please update the app on this one, then make a new invite.
invite-not-the-same = The two phones did not see the same, so Tend stopped to keep you safe. Make a new one, best when you are together.
