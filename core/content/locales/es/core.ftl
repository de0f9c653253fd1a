# Palabras que dice el núcleo. Cálidas, sencillas y breves; no se acusa a nadie.

## Errores: qué pasó y qué se puede hacer.

error-store-in-use = Tend está abierto en otro lugar de este dispositivo. Ciérralo allí y prueba otra vez.
error-store-shared = Tend no puede guardar nada en una carpeta que comparten varias aplicaciones. Es un error de la aplicación: por favor, avisa a quienes la hicieron.
error-store-wrong-key = Este dispositivo ya no puede abrir lo que Tend guardó aquí. Puedes prepararlo de nuevo desde otro de tus dispositivos.
error-store-newer = Una versión más nueva de Tend escribió lo que hay en este dispositivo. Actualiza la aplicación, por favor.
error-store-damaged = Algo del archivo de Tend en este dispositivo está dañado. Tus otros dispositivos lo conservan todo.
error-store-disk = No queda espacio, o el archivo no se puede leer. Libera un poco de espacio y prueba otra vez.
error-store-failed = Tend no ha podido guardar esto ahora. Prueba otra vez, por favor.
error-space-failed = Algo no encajó al proteger esto. No se perdió nada; prueba otra vez, por favor.
error-internal = Algo salió mal dentro de Tend. Lo que escribiste antes está a salvo; prueba otra vez, por favor.
error-not-found = Esto ya no está aquí.
error-too-large = Esto es un poco largo. Acórtalo, por favor.
error-text-empty = Aquí todavía no hay palabras.
error-text-too-long = Esto es un poco largo. Acórtalo, por favor.
error-name-empty = Un nombre ayuda a { partner } a saber que eres tú.
error-name-too-long = Elige un nombre más corto, por favor.
error-not-yours = Solo quien lo escribió puede cambiarlo.
error-already-thanked = Ya te han dado las gracias por esto, así que se queda como está. Aun así puedes borrarlo.
error-thank-own = Esto lo escribiste tú.
error-already-shared = Tu pareja ya lo tiene.
error-changed-meanwhile = Esto ha cambiado desde que lo viste, quizá en tu otro móvil. Échale otro vistazo antes de compartirlo.
error-not-paired = Todavía no hay conexión con tu pareja.
error-already-paired = Ya hay conexión con tu pareja.
error-phone-in-use = Este dispositivo ya guarda algo tuyo. Solo uno nuevo puede ser tu próximo dispositivo.
error-no-server = Elige primero un servidor.
error-other-server = Este servidor no es el que conocen tus dispositivos, así que no se le ha enviado nada. Si el tuyo se ha instalado de nuevo, escribe su dirección otra vez.
error-device-revoked = Has quitado este dispositivo desde otro y ya no se sincroniza. Lo que hay en él lo puedes seguir leyendo aquí.
error-offline = Ahora no se puede llegar al servidor. Todo está guardado aquí y saldrá más tarde.
error-server-unreadable = El servidor respondió algo que Tend no entiende. Prueba más tarde, por favor.
error-server-refused = El servidor no ha podido hacerlo ahora. Prueba más tarde, por favor.
error-server-busy = El servidor pide un poco de paciencia. Prueba dentro de un minuto, por favor.
error-server-full = En este servidor no queda espacio para ti. Todo está guardado aquí.
error-access-code-needed = Este servidor pide un código de acceso. Quien lo administra puede darte uno.
error-bad-access-code = Este código de acceso está vacío o es demasiado largo. Es una sola línea de 128 caracteres como mucho; míralo otra vez, por favor.
error-bad-server = Tend no puede usar esta dirección. Tiene que ser como https://tend.example.org – http:// solo vale para un servidor en casa, como http://192.168.1.20:8787
error-invite-newer = Esta invitación viene de una versión más nueva de Tend. Actualiza la aplicación, por favor.
error-invite-unreadable = Esta invitación no está completa. Pídela otra vez.
error-invite-gone = Esta invitación ya no existe. Pide una nueva.
error-own-invite = Esta es tu propia invitación. Es para el otro dispositivo.
error-code-mistyped = Este código tiene una errata. Míralo otra vez, por favor.
error-nothing-to-confirm = Todavía no hay nada que confirmar.
error-this-device = Este es el dispositivo que tienes en la mano. Quítalo desde otro de los tuyos.
error-opens-later = Esto se abre cuando hayas practicado un poco la escucha. Sirve cualquiera de los ejercicios de escucha.
error-run-over = Esto ya llegó a su final. Puedes empezar de nuevo cuando quieras.
error-run-too-old = Ha pasado un tiempo. Lo que escribiste sigue aquí; el ejercicio empieza de nuevo.
error-not-pausable = Este ejercicio se hace sin pausas. Puedes parar cuando quieras.
error-no-step = Este es el primer paso.
error-nothing-to-write = En este paso no hay nada que escribir.
error-only-yours = Lo que escribes aquí se queda contigo. No está hecho para compartir.
error-not-on-scale = Elige un número del 0 al 10, por favor.
error-out-of-range = Es más, antes o después de lo que Tend puede planear. Elige algo más cercano, por favor.
error-no-windows = Elige al menos una hora que te venga bien.
error-too-many-windows = Son más horas de las que Tend puede guardar. Bastan unas pocas.
error-window-backwards = Este rato acaba antes de empezar. Hasta medianoche es hasta las 00:00; si pasa de medianoche, dura doce horas como mucho.
error-zone-unknown = Tend no conoce esta zona horaria y por eso no sabe qué hora es para los demás. Elige otra en los ajustes de tu teléfono.
error-not-open = Esto ya está resuelto, u otra hora ocupó su lugar.
error-own-proposal = Es tu propia propuesta. La respuesta es de { partner }.
error-slot-past = Esta hora ya pasó. Se puede proponer otra.
error-slot-outside-week = Tan pronto o tan tarde Tend no puede planear nada. Elige un momento más cercano.
error-session-length = Un rato en común dura entre 1 y 240 minutos. Elige una duración entre esas dos.
error-slot-taken = A esa hora ya hay otra cosa acordada. Elige un momento antes o después.
error-already-agreed = Ya hay una hora acordada. Antes se puede cancelar.
error-rule-id = Un nombre para esto lleva letras minúsculas, cifras y guiones.
error-rule-cue = Di en pocas palabras a qué momento de tu día pertenece.
error-rule-leads = No se puede avisar antes tantas veces.
error-rule-hours = Estas horas acaban antes de empezar. Hasta medianoche es hasta las 00:00; si pasan de medianoche, son doce como mucho.
error-rule-weekdays = Elige al menos un día de la semana.
error-rule-times = Puede ser de una a siete veces por semana.
error-rule-every-days = Puede ser cada 2 a 365 días.
error-rule-day-of-month = Un mes tiene los días del 1 al 31.
error-rule-day-of-year = Ese día no existe en el año.
error-rule-leads-of-routine = Solo una cita o un día para recordar puede avisarse antes.
error-rule-once-of-routine = Solo una cita o un día para recordar puede ser en un único momento.
error-rule-chance-of-booked = Una cita o un día para recordar tiene su propio día.
error-too-many-rules = Son más de las que Tend puede distinguir. Quita antes alguna.

## Avisos: lo que se dice una vez.

notice-own-device-came = Otro dispositivo tuyo está conectado: { $device }.
notice-partner-device-came = Tu pareja está aquí con un dispositivo nuevo.
notice-own-device-went = Se quitó un dispositivo tuyo: { $device }.
notice-partner-device-went = Tu pareja quitó uno de sus dispositivos.
notice-partner-left = Se cerró el espacio en común. Lo que escribiste sigue contigo.
notice-partner-silent = Desde que se conectaron no ha llegado nada del dispositivo de tu pareja. Si allí tampoco apareces en Tend, cierren el espacio en común en los dos dispositivos y vuelvan a conectarse. Lo que escribiste sigue contigo.
notice-removed = Otro de tus dispositivos quitó este. Lo que hay en él se queda aquí.
notice-repaired = Tend renovó tu conexión segura. No se perdió nada.
notice-server-lost-space = El servidor dice que este dispositivo ya no está en tu espacio. ¿Lo quitaste desde otro? Si no, vuelve a enlazarlo desde allí o pregúntale a quien lleva el servidor. Todo lo que hay en este dispositivo se queda aquí.
notice-server-full = Ahora mismo el servidor no tiene más sitio para este dispositivo. Lo que escribas se queda aquí y saldrá en cuanto se pueda. Si este aviso se repite, pregúntale a quien lleva el servidor.
notice-store-put-back = Este dispositivo volvió a una copia anterior de sus datos, así que Tend renovó tu conexión segura. Puede que falte algo que escribiste desde entonces. Quizá tu pareja o tus otros dispositivos todavía lo tengan.
notice-copied-store = Parece que dos dispositivos están usando la misma copia de Tend. Para protegerte, este deja de compartir durante un día y luego sigue solo. Si pasaste tus datos a otro dispositivo, borra Tend allí. Lo que escribas estará a salvo aquí mientras tanto.
notice-forbidden-record = Llegó algo que no pertenece al espacio en común. No se aceptó.
notice-partners-copy = Algo que escribiste ya no estaba en ninguno de tus dispositivos y volvió del dispositivo de tu pareja. Es la copia que tu pareja tiene.

kept-back = { $things ->
    [one] Algo que escribiste no sale por ahora. Está a salvo en este dispositivo.
   *[other] { $things } cosas que escribiste no salen por ahora. Están a salvo en este dispositivo.
}
kept-here = Quitaste este dispositivo desde otro, así que lo que escribas aquí se queda aquí. Para volver a usarlo con los demás, instala Tend otra vez en él y enlázalo.

device-unnamed = un dispositivo

## Por qué una invitación quedó en nada, y qué hacer ahora.

invite-ran-out = Caducó antes de que los dos dijeran que sí. Haz una nueva, por favor.
invite-taken-back = Se retiró en uno de los dispositivos, o se abrió en un tercero. Puedes hacer una nueva.
invite-phone-in-use = El dispositivo nuevo ya guarda algo, así que se queda como está. No se perdió nada.
invite-already-paired = Una de las dos personas ya está conectada con su pareja en Tend.
invite-newer = El otro dispositivo tiene una versión más nueva de Tend. Actualiza la aplicación aquí y haz otra invitación, por favor.
invite-not-the-same = Los dos dispositivos no vieron lo mismo, y Tend paró para protegerlos. Haz una nueva, mejor cuando estén juntos.
