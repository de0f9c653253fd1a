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
date-and-time = { $date }, { $time }
minutes = { $count ->
    [one] { $count } minuto
   *[other] { $count } minutos
}

## Ejercicios

unknown-exercise = Un ejercicio
privacy-spoken = Aquí no se escribe nada.
privacy-private = Lo que escribes se queda en tus propios dispositivos.
privacy-draft-then-share = Primero escribes para ti. A { partner } solo le llega lo que decides compartir.
practice-listen-first = Esto se abre cuando hayas practicado un poco la escucha.
practice-question = Si te apetece: ¿cómo te sientes ahora contigo, del 0 al 10? Solo tú lo ves.
turn-me = Tu turno
turn-partner = El turno de la otra persona
turn-both = Para cada persona
turn-alone = Para ti
hand-over-to-partner = Pasa el teléfono, si te parece.
hand-over-back = El teléfono vuelve a ti.

## Hoy

today-gentle = Un día tranquilo
    .text = Hoy no hay nada previsto. Trátate bien.
    .reason = porque marcaste este día como un día tranquilo
today-welcome-back = Qué bien que estés aquí
    .text = Todo está donde lo dejaste, y puedes empezar por donde quieras.
    .reason = porque ha pasado un tiempo
today-appointment =
    .text = { $when }. Cada persona ha dicho que sí.
    .text-alone = { $when }. Es un rato para ti.
    .reason-both-chose = porque cada persona eligió { $days }
    .reason-agreed = porque así quedó acordado
    .reason-alone = porque elegiste { $days }
today-proposal =
    .text = ¿Te viene bien { $when }? Sí, otro momento o no: cualquier respuesta es buena.
    .reason = porque { partner } lo propone
today-times = ¿Tus horas siguen siendo las de { $place }?
    .text = Aquí el reloj marca otra hora. Puedes dejar tus horas como están, o pasarlas a la hora de aquí.
    .reason = porque estás en otra zona horaria
today-resume =
    .text = Puedes seguir donde lo dejaste, o soltarlo.
    .reason = porque lo dejaste para más tarde
today-prompt = Algo pequeño para hoy
    .reason-path = porque encaja con tu camino ahora
    .reason-chosen = porque te gusta algo pequeño de vez en cuando
today-rehearsal =
    .text = Si te apetece, retoma esto.
    .reason = porque la escucha se queda contigo si se practica de vez en cuando
today-asks = ¿Quieres que sigan estos avisos?
    .text = Ahora llegan menos. Puedes dejarlos así, cambiarlos o apagarlos.
    .reason = porque los últimos llegaron en momentos que no venían bien

## Citas

schedule-told = Las horas que indicas aquí las ve también { partner }, con tu zona horaria y si ahora estás en ella, y nada más de tus días.
schedule-alone-told = Estas horas se quedan contigo.
schedule-partner-elsewhere = Puede que { partner } esté ahora en otra zona horaria; por eso no se muestra la hora de allí.
schedule-shorter = No hay un rato en común para { $minutes }. Algo más corto sí cabría.
schedule-none = Tus horas y las de { partner } no coinciden esta semana. Puedes añadir alguna, o hacer algo pequeño por tu cuenta.
schedule-quiet = Esta semana no hay nada previsto, y está bien así.

## Avisos: lo que puede verse con la pantalla bloqueada no dice nada.

nudge-public = Un momento para ti
nudge-appreciation = Algo que valoras en alguien: ¿será ahora un buen momento para decirlo?
nudge-caring = Un pequeño gesto de cariño, si el día tiene sitio.
nudge-fun = Un poco de ligereza, si te apetece.
nudge-surprise = Quizá sea un buen día para una pequeña sorpresa.
nudge-vision = Una mirada a lo que deseas, si te apetece.
nudge-reflection = Un minuto tranquilo para ti.
nudge-listening = Escuchar un poco, a quien encuentres hoy.
nudge-session = Hoy hay un rato en pareja. Algo está preparado.
nudge-appointment = { $exercise }: { $when }.
nudge-occasion = Un día que querías recordar: { $when }.
nudge-cued = { $cue }: { $text }
nudge-asks = { $text } ¿Te sigue sirviendo? Puedes cambiarlo o apagarlo.
nudge-keep-going = Abre Tend cuando quieras y preparará los próximos días.

reason-chosen-days = porque elegiste { $days }
reason-chosen-times = porque querías esto de vez en cuando
reason-every-day = porque querías esto casi a diario
reason-surprise = porque las sorpresas llegan mejor sin anunciarse
reason-cue = porque lo uniste a un momento de tu día
reason-booked = porque está acordado
reason-yearly = porque vuelve una vez al año
reason-monthly = porque querías esto una vez al mes
reason-snoozed = porque pediste que fuera más tarde
reason-holds = porque ya va solo, llegan menos
reason-half-as-often = porque por un tiempo llegan menos
