# Twenty minutes after or in the middle of anger: alone.
exercise-calming-down = Calming down
    .purpose = Twenty minutes for a body on high alert: breathe, loosen up, do something calming, then decide what’s next.
exercise-calming-down-arrive = Angry or upset? That’s allowed. If you’re afraid you might hurt someone or yourself, leave the room and call for help.
exercise-calming-down-breathe = Breathe in while you count to four, and out while you count to six. If counting annoys you, just sigh a few times.
exercise-calming-down-loosen = Let your jaw hang, drop your shoulders, open your hands. Make a fist and let go; then the other one; then your feet.
exercise-calming-down-quiet = Do something calming: music, a warm drink, a few pages. If the argument replays in your head, tell it “later” and go back to it.
exercise-calming-down-notice = How are your chest, your face, your hands now? If they’re still buzzing, take another ten or twenty minutes.
exercise-calming-down-choose = Pick what fits: talk about it later, turn it into one request, or let it go. If talking scares you, look at the safety page instead.
exercise-calming-down-close = Whatever you picked can wait. Drink some water and go easy on yourself today.
