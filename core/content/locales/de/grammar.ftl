# Wörter, die jede Sprache auf ihre Weise beugt: andere Nachrichten verweisen darauf.
partner-nominative = { $partner ->
    [feminine] deine Partnerin
    [masculine] dein Partner
   *[other] dein Lieblingsmensch
}
partner-genitive = { $partner ->
    [feminine] deiner Partnerin
    [masculine] deines Partners
   *[other] deines Lieblingsmenschen
}
partner-dative = { $partner ->
    [feminine] deiner Partnerin
    [masculine] deinem Partner
   *[other] deinem Lieblingsmenschen
}
partner-accusative = { $partner ->
    [feminine] deine Partnerin
    [masculine] deinen Partner
   *[other] deinen Lieblingsmenschen
}
