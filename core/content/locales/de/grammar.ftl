# Wörter, die jede Sprache auf ihre Weise beugt: andere Nachrichten verweisen darauf.
partner-nominative = { $partner ->
    [feminine] deine Partnerin
    [masculine] dein Partner
   *[other] dein Gegenüber
}
partner-nominative-start = { $partner ->
    [feminine] Deine Partnerin
    [masculine] Dein Partner
   *[other] Dein Gegenüber
}
partner-genitive = { $partner ->
    [feminine] deiner Partnerin
    [masculine] deines Partners
   *[other] deines Gegenübers
}
partner-dative = { $partner ->
    [feminine] deiner Partnerin
    [masculine] deinem Partner
   *[other] deinem Gegenüber
}
partner-accusative = { $partner ->
    [feminine] deine Partnerin
    [masculine] deinen Partner
   *[other] dein Gegenüber
}
