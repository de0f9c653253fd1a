package app.tend.core

import java.io.File
import java.util.concurrent.TimeUnit

/** A real server, as a process of its own on a free port of this machine, with its database in [folder]. */
class Server(private val folder: File) : AutoCloseable {
    private var process = start("127.0.0.1:0")

    /** Where it listens; the same after a restart. */
    val address: String = listening(process)

    /** The network is gone. */
    fun kill() {
        process.destroyForcibly()
        check(process.waitFor(60, TimeUnit.SECONDS)) { "the server does not end" }
    }

    /** It is back, with what it had. */
    fun restart() {
        process = start(address.removePrefix("http://"))
        check(listening(process) == address)
    }

    override fun close() = kill()

    private fun start(listen: String): Process {
        val program = checkNotNull(System.getProperty("tend.server")) { "android/test.sh says where the server is" }
        return ProcessBuilder(program, "serve", "--listen", listen, "--database", File(folder, "server.db").path)
            .redirectError(File(folder, "server.log"))
            .start()
    }

    private fun listening(process: Process): String {
        val line = process.inputReader().readLine()
        return checkNotNull(line?.removePrefix("listening on ")) { "the server ended: ${File(folder, "server.log").readText()}" }
    }
}
