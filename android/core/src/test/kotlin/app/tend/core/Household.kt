package app.tend.core

import java.io.File
import java.nio.file.Files
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.withTimeout

/** Rounds of sync after which nothing more can be under way. */
private const val ROUNDS = 40

/** A server and the phones of all who take part, each with a folder of its own, until the test ends. */
class Household private constructor(private val root: File) : AutoCloseable {
    val server = Server(File(root, "server").apply { mkdir() })
    private val phones = mutableListOf<TendCore>()

    /** A fresh phone that knows the server. */
    suspend fun phone(name: String, language: String = "en"): TendCore {
        val phone = open(name, language)
        phone.pairing.useServer(server.address)
        return phone
    }

    /** A phone's Tend, as its folder has it. */
    suspend fun open(name: String, language: String = "en"): TendCore {
        val folder = File(root, name).apply { mkdir() }
        return TendCore.open(folder, ByteArray(32) { name.hashCode().toByte() }, name, listOf(language)).also(phones::add)
    }

    /** Two phones of two people, who pair in person. */
    suspend fun couple(language: String = "en"): Pair<TendCore, TendCore> {
        val (ada, ben) = phone("Ada's phone", language) to phone("Ben's phone", language)
        ada.people.setMe("Ada", "she/her", null)
        ben.people.setMe("Ben", "he/him", null)
        ben.pairing.accept(ada.pairing.invitePartner(InviteWay.IN_PERSON).text)
        until(ada, ben) { ada.people.partner()?.name == "Ben" && ben.people.partner()?.name == "Ada" }
        return ada to ben
    }

    /** Syncs the phones in turn until [holds]. */
    suspend fun until(vararg phones: TendCore, holds: suspend () -> Boolean) {
        // Taken here: a coroutine that went on later no longer knows who called.
        val never = AssertionError("after $ROUNDS rounds it does not hold")
        repeat(ROUNDS) {
            if (holds()) return
            for (phone in phones) phone.syncing.syncNow()
        }
        if (!holds()) throw never
    }

    override fun close() {
        try {
            runBlocking { phones.forEach { it.close() } }
        } finally {
            server.close()
            root.deleteRecursively()
        }
    }

    companion object {
        /** A test that must end, with a household of its own. */
        fun test(story: suspend Household.() -> Unit) {
            Household(Files.createTempDirectory("tend").toFile()).use { runBlocking { withTimeout(300_000) { it.story() } } }
        }
    }
}

/** The failure that [work] ends with. */
suspend fun failure(work: suspend () -> Any?): TendFailure {
    try {
        work()
    } catch (failure: TendFailure) {
        return failure
    }
    throw AssertionError("it worked")
}
