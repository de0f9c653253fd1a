package app.tend.core

import app.tend.bindings.Appreciations as Core
import app.tend.bindings.Surprises as CoreSurprises

/** Appreciations: written to the partner, received from them, thanked for once. */
class Appreciations internal constructor(private val core: Core, private val door: Door) {
    /** All of them, the newest first. */
    suspend fun all(): List<Appreciation> = door.call { core.all() }

    /** Writes one, to the partner or, alone, for oneself, and returns its id. @throws TendFailure `text_empty`, `text_too_long` */
    suspend fun write(text: String): String = door.call { core.write(text) }

    /** Gives one that was written alone to the partner; it gets a new id. @throws TendFailure `not_found`, `not_paired`, `already_shared` */
    suspend fun share(id: String): String = door.call { core.share(id) }

    /** Its author's right, until it was thanked for. @throws TendFailure `not_found`, `not_yours`, `already_thanked`, `text_…` */
    suspend fun edit(id: String, text: String) = door.call { core.edit(id, text) }

    /** On both phones and for good: its author's right at any time. @throws TendFailure `not_found`, `not_yours` */
    suspend fun delete(id: String) = door.call { core.delete(id) }

    /** Thanks the partner, once. @throws TendFailure `not_found`, `thank_own`, `already_thanked` */
    suspend fun thank(id: String) = door.call { core.thank(id) }
}

/** Surprise ideas: on the person's own devices, and nowhere else. */
class Surprises internal constructor(private val core: CoreSurprises, private val door: Door) {
    /** All of them, the newest first. */
    suspend fun all(): List<Surprise> = door.call { core.all() }

    /** Notes an idea and returns its id. @throws TendFailure `text_empty`, `text_too_long` */
    suspend fun add(text: String): String = door.call { core.add(text) }

    /** Changes the words. @throws TendFailure `not_found`, `text_empty`, `text_too_long` */
    suspend fun edit(id: String, text: String) = door.call { core.edit(id, text) }

    /** On all of the person's devices and for good. @throws TendFailure `not_found` */
    suspend fun delete(id: String) = door.call { core.delete(id) }
}
