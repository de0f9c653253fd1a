package app.tend.core

import app.tend.bindings.Area
import app.tend.bindings.ChangeListener
import app.tend.bindings.Tend
import java.io.File
import java.net.ServerSocket
import java.util.concurrent.atomic.AtomicInteger
import kotlinx.coroutines.CoroutineStart
import kotlinx.coroutines.async
import kotlinx.coroutines.cancelAndJoin
import kotlinx.coroutines.channels.Channel
import kotlinx.coroutines.coroutineScope
import kotlinx.coroutines.flow.first
import kotlinx.coroutines.launch
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.withTimeout
import kotlinx.coroutines.yield
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.io.TempDir

/** Waits on the core's own word that something changed, until it [holds]. */
suspend fun TendCore.waitUntil(holds: suspend TendCore.() -> Boolean) {
    changes().first { holds() }
}

/** What crosses between Kotlin and the core: errors, listeners, cancellation. */
class BoundaryTest {
    @TempDir
    lateinit var folder: File

    private fun alone(story: suspend TendCore.() -> Unit) = runBlocking {
        withTimeout(300_000) {
            val core = TendCore.open(folder, ByteArray(32), "Phone", listOf("en"))
            try {
                core.story()
            } finally {
                core.close()
            }
        }
    }

    @Test
    fun `errors have a stable code and words and say whether to try again`() = alone {
        val failures = mapOf(
            "text_empty" to failure { appreciations.write("  ") },
            "not_found" to failure { appreciations.delete("no id") },
            "name_too_long" to failure { people.setMe("x".repeat(41), "", null) },
            "no_server" to failure { pairing.invitePartner(InviteWay.LINK) },
            "bad_server" to failure { pairing.useServer("nowhere") },
            "invite_unreadable" to failure { pairing.accept("https://example.org") },
            "not_paired" to failure { pairing.leave() },
            "store_wrong_key" to failure { TendCore.open(folder, ByteArray(31), "Phone", listOf("en")) },
            "store_in_use" to failure { TendCore.open(folder, ByteArray(32), "Phone", listOf("en")) },
        )
        for ((code, failure) in failures) {
            assertEquals(code, failure.code)
            assertTrue(failure.message.contains(' '), failure.message)
            assertEquals(code == "store_in_use", failure.retryCanHelp)
        }
    }

    @Test
    fun `what was written is there after closing and opening again`() {
        alone { surprises.add("Two tickets for the lake") }
        alone { assertEquals("Two tickets for the lake", surprises.all().single().text) }
    }

    @Test
    fun `changes come at once and after each and the listener goes with its collector`() = alone {
        val seen = Channel<Pair<Set<Area>, Int>>(Channel.UNLIMITED)
        coroutineScope {
            val collector = launch { changes().collect { seen.send(it to surprises.all().size) } }
            assertEquals(Area.entries.toSet() to 0, seen.receive())
            assertEquals(1, listenerCount)
            surprises.add("Two tickets for the lake")
            assertEquals(setOf(Area.SURPRISES) to 1, seen.receive())
            collector.cancelAndJoin()
        }
        assertEquals(0, listenerCount)
    }

    @Test
    fun `a listener that throws stops neither the core nor other listeners`() {
        Tend.open(folder.path, ByteArray(32), "Phone", listOf("en"), "UTC", null).use { tend ->
            val told = AtomicInteger()
            tend.subscribe(object : ChangeListener {
                override fun changed(areas: List<Area>) = throw IllegalStateException("on purpose")
            })
            tend.subscribe(object : ChangeListener {
                override fun changed(areas: List<Area>) {
                    if (areas == listOf(Area.SURPRISES)) told.incrementAndGet()
                }
            })
            tend.surprises().use { surprises ->
                surprises.add("Two tickets for the lake")
                assertEquals(1, surprises.all().size)
            }
            assertEquals(1, told.get())
        }
    }

    @Test
    fun `a coroutine that is cancelled while it syncs only stops waiting`() = Household.test {
        val (ada, ben) = couple()
        ada.appreciations.write("You made me laugh")
        coroutineScope {
            // It runs up to its first wait: the work has begun, and then nobody waits for it.
            val waiting = launch(start = CoroutineStart.UNDISPATCHED) { ada.syncing.sync() }
            waiting.cancelAndJoin()
            assertTrue(waiting.isCancelled)
        }
        until(ben) { ben.appreciations.all().isNotEmpty() }
    }

    @Test
    fun `a server that never answers keeps nobody who stops waiting`() = alone {
        ServerSocket(0).use { silent ->
            pairing.useServer("http://127.0.0.1:${silent.localPort}")
            pairing.invitePartner(InviteWay.LINK)
            coroutineScope {
                val waiting = async(start = CoroutineStart.UNDISPATCHED) { syncing.sync() }
                silent.accept().use { waiting.cancelAndJoin() }
                assertTrue(waiting.isCancelled)
            }
            // Nor does it keep anyone from reading and writing.
            surprises.add("Two tickets for the lake")
            assertEquals(1, surprises.all().size)
        }
    }

    @Test
    fun `closing while a call hangs lets the folder go as soon as the call has ended`() = runBlocking {
        withTimeout(300_000) {
            var core = opened()
            core.pairing.useServer("http://127.0.0.1:1")
            core.pairing.invitePartner(InviteWay.LINK)
            repeat(50) {
                ServerSocket(0).use { silent ->
                    core.pairing.useServer("http://127.0.0.1:${silent.localPort}")
                    coroutineScope {
                        val waiting = async(start = CoroutineStart.UNDISPATCHED) { core.syncing.sync() }
                        silent.accept().use {
                            waiting.cancelAndJoin()
                            core.close()
                            assertEquals("store_in_use", failure { opened() }.code)
                        }
                    }
                }
                // The server is gone, and with it what the call waited for.
                core = openedWhenFree()
            }
            core.close()
        }
    }

    private suspend fun opened() = TendCore.open(folder, ByteArray(32), "Phone", listOf("en"))

    private suspend fun openedWhenFree(): TendCore {
        while (true) {
            try {
                return opened()
            } catch (failure: TendFailure) {
                assertEquals("store_in_use", failure.code)
                yield()
            }
        }
    }
}
