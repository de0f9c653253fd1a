package app.tend.core

import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertNotEquals
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

/** Two people, a real server, the real core. */
class ScenarioTest {
    @Test
    fun `from pairing in person to parting`() = Household.test {
        val (ada, ben) = couple()
        assertEquals(Person("Ada", "she/her"), ben.people.partner())

        ada.appreciations.write("You made me laugh")
        ada.surprises.add("Two tickets for the lake")
        until(ada, ben) { ben.appreciations.all().isNotEmpty() }
        val received = ben.appreciations.all().single()
        assertEquals("You made me laugh", received.text)
        assertTrue(received.shared && !received.mine && !received.thanked)

        ben.appreciations.thank(received.id)
        until(ada, ben) { ada.appreciations.all().single().thanked }
        assertEquals("already_thanked", failure { ada.appreciations.edit(received.id, "You made me smile", received.version) }.code)
        assertEquals(listOf<Surprise>(), ben.surprises.all())

        // Without a network both go on; afterwards both have everything.
        server.kill()
        ada.appreciations.write("You listened to the end")
        ben.appreciations.write("You cooked for us")
        val offline = failure { ada.syncing.sync() }
        assertEquals("offline", offline.code)
        assertTrue(offline.retryCanHelp)
        assertEquals(2, ben.appreciations.all().size)
        server.restart()
        until(ada, ben) { ada.appreciations.all().size == 3 && ben.appreciations.all().size == 3 }
        assertEquals(listOf<Surprise>(), ben.surprises.all())

        // Leaving is at once; each keeps what they wrote.
        ben.pairing.leave()
        assertFalse(ben.people.isPaired())
        assertEquals(listOf("You cooked for us"), ben.appreciations.all().map { it.text })
        until(ben, ada) { !ada.people.isPaired() }
        assertNull(ada.people.partner())
        assertEquals(setOf("You made me laugh", "You listened to the end"), ada.appreciations.all().map { it.text }.toSet())
        assertTrue(ada.appreciations.all().none { it.shared })
        assertEquals(setOf("partner-device-came", "partner-left"), ada.notices.unread().map { it.code }.toSet())
        assertEquals("not_paired", failure { ada.pairing.leave() }.code)
    }

    @Test
    fun `from afar nothing is shared before both have compared`() = Household.test {
        val (ada, ben) = phone("Ada's phone") to phone("Ben's phone")
        ada.people.setMe("Ada", "", null)
        ben.people.setMe("Ben", "", null)
        val invite = ada.pairing.invitePartner(InviteWay.LINK)
        assertEquals(WaitingFor.OTHER_PHONE, invite.waitingFor)
        ben.pairing.accept(invite.text)
        until(ada, ben) { listOf(ada, ben).all { it.pairing.invites().single().waitingFor == WaitingFor.YOU } }

        val symbols = ada.pairing.invites().single().symbols
        assertEquals(7, symbols.size)
        assertEquals(symbols, ben.pairing.invites().single().symbols)
        ada.pairing.confirm(invite.id)
        repeat(3) { listOf(ada, ben).forEach { it.syncing.syncNow() } }
        assertFalse(ada.people.isPaired() || ben.people.isPaired())
        ben.pairing.confirm(invite.id)
        until(ada, ben) { ada.people.partner()?.name == "Ben" && ben.people.partner()?.name == "Ada" }
    }

    @Test
    fun `a typed code pairs and a no ends it on both phones`() = Household.test {
        val (ada, ben) = phone("Ada's phone") to phone("Ben's phone")
        val invite = ada.pairing.invitePartner(InviteWay.CODE)
        assertEquals("code_mistyped", failure { ben.pairing.acceptPartnerCode("${invite.text}x") }.code)
        ben.pairing.acceptPartnerCode(invite.text)
        until(ada, ben) { listOf(ada, ben).all { it.pairing.invites().single().waitingFor == WaitingFor.YOU } }
        ben.pairing.cancel(ben.pairing.invites().single().id)
        until(ben, ada) { ada.pairing.invites().all { it.waitingFor == WaitingFor.NEW_INVITE } }
        assertEquals("invite_gone", failure { ada.pairing.confirm(invite.id) }.code)
        assertFalse(ada.people.isPaired() || ben.people.isPaired())
    }

    @Test
    fun `a second device gets everything once both have said yes`() = Household.test {
        val (ada, ben) = couple()
        ada.appreciations.write("You made me laugh")
        ada.surprises.add("Two tickets for the lake")
        val tablet = open("Ada's tablet")
        val invite = ada.pairing.inviteDevice(InviteWay.IN_PERSON)
        tablet.pairing.accept(invite.text)
        until(ada, tablet) { listOf(ada, tablet).all { it.pairing.invites().single().waitingFor == WaitingFor.YOU } }
        assertTrue(tablet.surprises.all().isEmpty())
        assertEquals(ada.pairing.invites().single().symbols, tablet.pairing.invites().single().symbols)
        listOf(ada, tablet).forEach { it.pairing.confirm(invite.id) }
        until(ada, tablet, ben) {
            tablet.surprises.all().map { it.text } == listOf("Two tickets for the lake") &&
                tablet.appreciations.all().size == 1 && tablet.people.partner()?.name == "Ben"
        }
        assertEquals(setOf("Ada's phone", "Ada's tablet"), ada.devices.all().map { it.name }.toSet())

        tablet.appreciations.write("You sang in the kitchen")
        until(tablet, ada, ben) { ada.appreciations.all().size == 2 && ben.appreciations.all().size == 2 }
        until(ben) { ben.notices.unread().any { it.code == "partner-device-came" } }
        assertEquals("this_device", failure { ada.devices.remove(ada.devices.all().first { it.isThis }.id) }.code)
        ada.devices.remove(ada.devices.all().first { !it.isThis }.id)
        until(ada, ben) { ada.devices.all().size == 1 && ben.notices.unread().any { it.code == "partner-device-went" } }
    }

    @Test
    fun `a phone that follows shows what the partner wrote by itself`() = Household.test {
        val (ada, ben) = couple()
        ben.syncing.startFollowing()
        ada.appreciations.write("You made me laugh")
        ada.syncing.sync()
        ben.waitUntil { appreciations.all().isNotEmpty() }
        ben.syncing.stopFollowing()
        assertEquals(0, ben.listenerCount)
    }

    @Test
    fun `two who speak German see the day and what is to come`() = Household.test {
        val (ada, ben) = couple("de")
        val english = open("Phone in English", "en").today.read().cards.first { it.kind == CardKind.PROMPT }
        for (phone in listOf(ada, ben)) {
            phone.today.opened()
            val cards = phone.today.read().cards
            assertTrue(cards.size <= 3 && cards.all { it.title.isNotEmpty() && it.reason.isNotEmpty() })
            val prompt = cards.first { it.kind == CardKind.PROMPT }
            assertNotEquals(english.title, prompt.title)
            assertNotEquals(english.reason, prompt.reason)
        }

        // Until both have said when they have time, nothing is offered, and there is nothing to propose.
        val sundays = TimeWindow(Weekday.SUNDAY, "18:00", "20:30")
        ada.schedule.setTimes(listOf(sundays), Amount.STEADY)
        until(ada, ben) { ben.schedule.times().partners?.windows == listOf(sundays) }
        assertNull(ben.schedule.times().mine)
        for (phone in listOf(ada, ben)) {
            assertTrue(phone.schedule.weeks().all { it.status == ScheduleStatus.NOTHING && it.offered.isEmpty() })
        }

        // Whatever it is about, a locked screen shows the same.
        val cue = "nach dem ersten Kaffee"
        val rule = NudgeRule("coffee", NudgeKind.CARING, true, RuleScheduleDaily, "12:00", "12:00", cue, null, listOf())
        ada.nudges.setRule(rule, null)
        assertTrue(ada.nudges.rules().contains(ListedRule(rule, false)))
        val plan = ada.nudges.plan(7)
        val held = ada.nudges.pending(Platform.ANDROID)
        assertTrue(plan.isNotEmpty() && held.isNotEmpty())
        val shown = (plan.map { it.publicText } + held.map { it.publicText }).toSet().single()
        assertTrue(plan.all { it.privateText != shown && !shown.contains(it.privateText) })
        assertTrue(listOf("Ada", "Ben", "Kaffee").none { it in shown })
        assertEquals(plan.size, plan.map { it.id }.toSet().size)
    }
}
