# Lo que dicen la primera pantalla, los ejercicios, las citas y los avisos.

## Días y horas

weekday-1 = lunes
weekday-2 = martes
weekday-3 = miércoles
weekday-4 = jueves
weekday-5 = viernes
weekday-6 = sábado
weekday-7 = domingo
weekdays-1 = los lunes
weekdays-2 = los martes
weekdays-3 = los miércoles
weekdays-4 = los jueves
weekdays-5 = los viernes
weekdays-6 = los sábados
weekdays-7 = los domingos
month-1 = enero
month-2 = febrero
month-3 = marzo
month-4 = abril
month-5 = mayo
month-6 = junio
month-7 = julio
month-8 = agosto
month-9 = septiembre
month-10 = octubre
month-11 = noviembre
month-12 = diciembre
date = { $weekday }, { $day } de { $month }
time = { $hour }:{ $minute }
list = { $others } y { $last }
date-and-time = { $date }, { $time }
minutes = { $count ->
    [one] { $count } minuto
   *[other] { $count } minutos
}

## Ejercicios

unknown-exercise = Un ejercicio
privacy-spoken = Aquí no se escribe nada.
privacy-private = Lo que escribes se queda en tus propios teléfonos.
privacy-draft-then-share = Primero escribes para ti. A { partner } solo le llega lo que compartes.
practice-listen-first = Esto se abre cuando hayas practicado la escucha.
practice-question = Si quieres: del 0 al 10, ¿cuánta calma sientes ahora? Solo tú lo ves.
turn-me = Tu turno
turn-partner = Le toca a { partner }
turn-both = Para ti y para { partner }
turn-alone = Para ti
hand-over-to-partner = Pasa el teléfono.
hand-over-back = El teléfono vuelve a ti.

## Hoy

today-gentle = Un día tranquilo
    .text = Hoy no hay nada planeado. Trátate bien.
    .reason = Marcaste este día como un día tranquilo.
today-welcome-back = Qué bueno verte
    .text = Todo está donde lo dejaste. Empieza por donde quieras.
    .reason = Ha pasado un tiempo.
today-appointment =
    .text = Cita: { $when }. Hay un sí de las dos partes.
    .text-alone = Tu rato: { $when }.
    .reason-both-chose = A { partner } y a ti les quedan bien { $days }.
    .reason-agreed = Así quedó acordado.
    .reason-alone = Te quedan bien { $days }.
today-proposal =
    .text = ¿Te queda bien este momento? { $when }. Sí, otro día o no: cualquier respuesta es buena.
    .reason = { partner-start } lo propone.
today-times = ¿Tus horas siguen siendo las de { $place }?
    .text = Aquí es otra hora. Deja tus horas como están, o pásalas a la hora de aquí.
    .reason = Estás en otra zona horaria.
today-resume =
    .text = Sigue donde lo dejaste, o déjalo ir.
    .reason = Lo dejaste para más tarde.
today-prompt = Algo para hoy
    .reason-path = Va con esta semana.
    .reason-chosen = Te gusta algo así de vez en cuando.
today-rehearsal =
    .text = Si tienes ganas, practica esto otra vez.
    .reason = Escuchar se hace más fácil cada vez.
today-asks = ¿Te siguen sirviendo estos avisos?
    .text = Ahora llegan menos. Déjalos así, cámbialos o apágalos.
    .reason = Tal vez los últimos llegaron en mal momento.

## Citas

schedule-told = Las horas que indicas aquí y tu zona horaria también las ve { partner }, y si ahora estás en ella. Nada más de tu día.
schedule-alone-told = Estas horas se quedan contigo.
schedule-partner-elsewhere = Puede que { partner } esté ahora en otra zona horaria; por eso no se muestra su hora.
schedule-shorter = Esta semana no hay un rato en común de { $minutes }. Algo más corto sí cabría.
schedule-shorter-alone = Esta semana no tienes un rato de { $minutes }. Algo más corto sí cabría.
schedule-none-alone = Esta semana no tienes horas libres. Añade alguna, o haz algo pequeño.
schedule-none = Tus horas libres y las de { partner } no coinciden esta semana. Añade alguna, o haz algo pequeño por tu cuenta.
schedule-quiet = Esta semana no hay nada planeado.

## Avisos: lo que puede verse con la pantalla bloqueada no dice nada.

nudge-public = Un momento para ti
nudge-appreciation = ¿Notaste algo bueno en alguien? Ahora puede ser un buen momento para decirlo.
nudge-caring = ¿Un gesto de cariño para alguien hoy?
nudge-fun = Un rato para reír, si quieres.
nudge-surprise = Hoy puede ser un buen día para una sorpresa.
nudge-vision = ¿Cómo sería una buena semana en pareja? Con una frase basta.
nudge-reflection = Un minuto solo para ti.
nudge-listening = Cuando alguien te hable hoy, repite sus últimas palabras y espera.
nudge-session = Hoy tienes un rato planeado. Ya hay algo preparado.
nudge-appointment = { $exercise }: { $when }.
nudge-occasion = Querías recordar este día: { $when }.
nudge-cued = { $cue } – { $text }
nudge-asks = { $text } ¿Te siguen sirviendo estos avisos? Puedes cambiarlos o apagarlos.
nudge-keep-going = Aquí hay silencio hasta que vuelvas a abrir Tend.

reason-chosen-days = Elegiste { $days }.
reason-chosen-times = Querías esto de vez en cuando.
reason-every-day = Querías esto casi a diario.
reason-surprise = Las sorpresas llegan mejor sin anunciarse.
reason-cue = Va unido a un momento de tu día.
reason-booked = Está acordado.
reason-yearly = Vuelve una vez al año.
reason-monthly = Querías esto una vez al mes.
reason-snoozed = Pediste que fuera más tarde.
reason-holds = Esto ya parece un hábito, así que llegan menos avisos.
reason-half-as-often = Por ahora te llega más o menos la mitad.
