# What the first screen, exercises, appointments and nudges say.

## Days and times

weekday-1 = Monday
weekday-2 = Tuesday
weekday-3 = Wednesday
weekday-4 = Thursday
weekday-5 = Friday
weekday-6 = Saturday
weekday-7 = Sunday
weekdays-1 = Mondays
weekdays-2 = Tuesdays
weekdays-3 = Wednesdays
weekdays-4 = Thursdays
weekdays-5 = Fridays
weekdays-6 = Saturdays
weekdays-7 = Sundays
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
date = { $weekday }, { $day } { $month }
time = { $half ->
    [am] { $twelve }:{ $minute } am
   *[pm] { $twelve }:{ $minute } pm
}
date-and-time = { $date }, { $time }
minutes = { $count ->
    [one] { $count } minute
   *[other] { $count } minutes
}

## Exercises

unknown-exercise = An exercise
privacy-spoken = Nothing is written down here.
privacy-private = What you write stays on your own phones.
privacy-draft-then-share = You write for yourself first; { partner } gets only what you choose to give.
practice-listen-first = This opens once you have practised listening a little.
practice-question = If you like: how at ease do you feel with yourself right now, from 0 to 10? Only you see this.
turn-me = Your turn
turn-partner = The other one’s turn
turn-both = For both of you
turn-alone = For you
hand-over-to-partner = Hand over the phone, if you like.
hand-over-back = The phone comes back to you.

## Today

today-gentle = A gentle day
    .text = Nothing is planned today. Be good to yourself.
    .reason = because you marked this day as a gentle one
today-welcome-back = Good to see you
    .text = Everything is where you left it, and you can start anywhere.
    .reason = because it has been a while
today-appointment =
    .text = { $when }. You both said yes to this.
    .text-alone = { $when }. This is your own time.
    .reason-both-chose = because you both chose { $days }
    .reason-agreed = because you both agreed to it
    .reason-alone = because you chose { $days }
today-proposal =
    .text = Would { $when } suit you? Yes, another time or no: each is a good answer.
    .reason = because { partner } suggests it
today-times = Do your times still go by the clock of { $place }?
    .text = The clock here shows another time. You can keep your times as they are, or let them go by the clock here.
    .reason = because you are in another time zone
today-resume =
    .text = You can go on where you paused, or let it go.
    .reason = because you set it aside for later
today-prompt = A small thing for today
    .reason-path = because it fits your path right now
    .reason-chosen = because you like a small thing now and then
today-rehearsal =
    .text = If you feel like it, take this up again.
    .reason = because listening stays with you when it is practised now and then
today-asks = Shall these nudges go on?
    .text = They come less often now. You can keep them so, change them, or switch them off.
    .reason = because the last few came at times that did not suit

## Appointments

schedule-told = The times that you give here are seen by { partner }, with your time zone and whether you are in it just now, and nothing else of your days.
schedule-alone-told = These times stay with you.
schedule-partner-elsewhere = { partner } may be in another time zone just now, so the hours there are not shown.
schedule-shorter = There is no time for { $minutes } in which you are both free. A shorter one would fit.
schedule-none = Your times and those of { partner } do not meet this week. You can add some, or do something small on your own.
schedule-quiet = Nothing is planned this week, and that is fine.

## Nudges: what the lock screen may say says nothing.

nudge-public = A moment for you
nudge-appreciation = One thing that you value in somebody: would now be a good moment to say it?
nudge-caring = A small act of care, if today has room for one.
nudge-fun = A little lightness, if you feel like it.
nudge-surprise = A good day for a small surprise, perhaps.
nudge-vision = A look at what you wish for, if you like.
nudge-reflection = A quiet minute for yourself.
nudge-listening = A little listening, with anybody you meet today.
nudge-session = You have some time for each other today. There is something ready for you.
nudge-appointment = { $exercise }: { $when }.
nudge-occasion = A day that you wanted to remember: { $when }.
nudge-cued = { $cue }: { $text }
nudge-asks = { $text } Is this still of use to you? You can change it or switch it off.
nudge-keep-going = Open Tend when you like, and it plans the next days for you.

reason-chosen-days = because you chose { $days }
reason-chosen-times = because you wanted this now and then
reason-every-day = because you wanted this on most days
reason-surprise = because surprises come best unannounced
reason-cue = because you tied it to a moment of your day
reason-booked = because it is agreed
reason-yearly = because it comes once a year
reason-monthly = because you wanted this once a month
reason-snoozed = because you asked to be told later
reason-holds = because it holds by itself now, they come less often
reason-half-as-often = because they come less often for a while
