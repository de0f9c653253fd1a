# Words that the core says. Warm, plain and short; nobody is blamed.

## Errors: what happened, and what a person can do.

error-store-in-use = Tend is open somewhere else on this phone. Close it there and try again.
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
error-not-paired = You are not connected with a partner yet.
error-already-paired = You are connected with a partner already.
error-phone-in-use = This phone already holds something of yours. Only a fresh one can become your next phone.
error-no-server = Choose a server first.
error-other-server = You already use another server.
error-offline = The server cannot be reached right now. Everything is saved here, and will go out later.
error-server-unreadable = The server answered something that Tend does not understand. Please try again later.
error-server-refused = The server could not do this just now. Please try again later.
error-server-busy = The server asks for a little patience. Please try again in a minute.
error-server-full = There is no more room for you on this server. Everything is saved here.
error-access-code-needed = This server asks for an access code. Whoever runs it can give you one.
error-bad-access-code = This access code does not look right.
error-bad-server = This is not a server's address. It begins with https://
error-invite-newer = This invite comes from a newer Tend. Please update the app.
error-invite-unreadable = This is not a whole invite. Ask for it again.
error-invite-gone = This invite is not there any more. Ask for a new one.
error-own-invite = This is your own invite. It is for the other phone.
error-code-mistyped = This code has a typo in it. Please look again.
error-nothing-to-confirm = There is nothing to confirm yet.
error-this-device = This is the phone in your hand. Remove it from another of your phones.

## Notices: what a person is told once.

notice-own-device-came = Another phone of yours is now connected: { $device }.
notice-partner-device-came = Your partner is now here with a phone: { $device }.
notice-own-device-went = A phone of yours was removed: { $device }.
notice-partner-device-went = Your partner removed one of their phones: { $device }.
notice-partner-left = Your shared space was closed. What you wrote is still with you.
notice-removed = This phone was removed by another of yours. What is on it stays here.
notice-repaired = Tend renewed your secure connection. Nothing was lost.
notice-server-lost-space = The server says that this phone is not in your space. Either another of your phones removed it, or the server made a mistake. What is on this phone stays here.
notice-copied-store = A copy of this phone's data was used somewhere else, so sharing stopped here to keep you safe. What you wrote is still here.
notice-forbidden-record = Something arrived that does not belong in your shared space. It was not taken.
