# Twenty quiet minutes after or in the middle of anger: alone.
exercise-calming-down = Calming down
    .purpose = Twenty minutes for a body in alarm: breathe, loosen, do something quiet, then choose how to go on.
exercise-calming-down-arrive = You are angry or upset, and that is allowed. For now there is nothing to solve and nobody to convince. If you can, go where it is quiet. If you are in danger, your safety comes before all of this.
exercise-calming-down-breathe = Breathe in gently while you count to four, and out while you count to six. Shorter is fine; what counts is that out is longer than in. Nothing is forced. If counting annoys you, just sigh a few times.
exercise-calming-down-loosen = Let the jaw hang a little, drop the shoulders, open the hands. Clench one fist for a moment and let go; then the other; then the feet. Leave out what hurts or what will not move.
exercise-calming-down-quiet = Do something quiet: listen to music, hold something warm, look out at the sky, sort a drawer, read a few pages. If the quarrel starts again in your head, that keeps the body up; say “later”, and come back to what you are doing.
exercise-calming-down-notice = How is it now, in the chest, in the face, in the hands? If it is still loud, another ten or twenty minutes are time well spent. Everybody takes as long as they take.
exercise-calming-down-choose = When it is quieter, choose what fits: talk about it later, at a time you both agree on; turn it into one small request; or let it go for now. If you are afraid of { partner }, leave the talking, and look at the safety page.
exercise-calming-down-close = Whatever you chose can wait for its hour. You gave your body what it asked for. Drink some water, and be a little gentle with yourself today.
