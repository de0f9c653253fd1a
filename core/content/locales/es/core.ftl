# Lo que dice el núcleo. Cálido, sencillo y breve; nadie tiene la culpa.

## Errores: qué pasó y qué se puede hacer.

error-store-in-use = Tend ya está abierto en otra parte de este teléfono. Ciérralo ahí e inténtalo de nuevo.
error-store-shared = Tend no puede guardar lo que escribes en una carpeta que usan otras aplicaciones. Es un error de la aplicación: avísale, por favor, a quien la hizo.
error-store-wrong-key = Este teléfono ya no puede abrir lo que Tend guardó aquí. Puedes configurarlo otra vez desde otro de tus teléfonos.
error-store-newer = Lo que hay en este teléfono es de una versión más nueva de Tend. Actualiza la aplicación, por favor.
error-store-damaged = Una parte del archivo de Tend en este teléfono está dañada. Si usas Tend en otro, ahí siguen tus palabras.
error-store-disk = No queda espacio en este teléfono, o el archivo no se puede leer. Libera espacio e inténtalo de nuevo.
error-store-failed = Tend no pudo guardar esto. Inténtalo de nuevo, por favor.
error-space-failed = Algo salió mal al cifrar. Lo que escribiste sigue aquí. Inténtalo de nuevo, por favor.
error-internal = Algo salió mal en Tend. Lo que guardaste antes está a salvo. Inténtalo de nuevo, por favor.
error-not-found = Esto ya no está aquí.
error-too-large = Esto es demasiado largo. Acórtalo, por favor.
error-text-empty = Aquí todavía no hay nada escrito.
error-text-too-long = Esto es demasiado largo. Acórtalo, por favor.
error-name-empty = Con un nombre se nota más fácil que eres tú.
error-name-too-long = Elige un nombre más corto, por favor.
error-not-yours = Solo quien lo escribió puede cambiarlo.
error-already-thanked = Ya te dieron las gracias por esto, así que no se puede cambiar. Borrarlo sí.
error-thank-own = Esto es tuyo.
error-already-shared = Esto ya lo compartiste.
error-changed-meanwhile = Esto cambió desde que lo viste, tal vez en tu otro teléfono. Míralo otra vez antes de compartirlo.
error-not-paired = Tend aún no está enlazado con { partner }.
error-already-paired = Tend ya está enlazado con { partner }.
error-phone-in-use = En este teléfono ya hay cosas tuyas en Tend. Solo se puede añadir uno donde Tend esté vacío.
error-no-server = Primero elige un servidor.
error-other-server = Este no es el servidor que conocen tus teléfonos, así que no se le envió nada. Si el tuyo se instaló de nuevo, escribe otra vez su dirección.
error-device-revoked = Quitaste este teléfono desde otro, así que ya no se sincroniza. Lo que hay en él lo puedes seguir leyendo.
error-offline = Ahora no hay conexión con el servidor. Todo está guardado aquí y saldrá después.
error-server-unreadable = El servidor contestó algo que Tend no entiende. Inténtalo más tarde, por favor.
error-server-refused = El servidor no pudo hacerlo ahora. Inténtalo más tarde, por favor.
error-server-busy = El servidor está ocupado. Inténtalo de nuevo en un minuto, por favor.
error-server-full = En este servidor ya no hay espacio para ti. Todo está guardado aquí.
error-access-code-needed = Este servidor pide un código de acceso. Pregúntale a quien lo administra.
error-bad-access-code = Este código de acceso está vacío o es muy largo. Es una línea de hasta 128 caracteres; míralo otra vez, por favor.
error-bad-server = Eso no es una dirección de servidor. Son así: https://tend.example.org – http:// solo sirve para un servidor en tu casa, como http://192.168.1.20:8787
error-invite-newer = Esta invitación viene de una versión más nueva de Tend. Actualiza la aplicación, por favor.
error-invite-unreadable = A esta invitación le falta una parte. Pídela otra vez.
error-invite-gone = Esta invitación ya no existe. Pide una nueva.
error-own-invite = Esta es tu propia invitación. Es para el otro teléfono.
error-code-mistyped = Este código tiene una errata. Míralo otra vez, por favor.
error-nothing-to-confirm = Todavía no hay nada que confirmar.
error-this-device = Ese es el teléfono que tienes en la mano. Quítalo desde otro de los tuyos.
error-opens-later = Esto se abre cuando hayas practicado la escucha. Sirve cualquiera de los ejercicios para escuchar.
error-run-over = Este ya terminó. Puedes empezarlo de nuevo cuando quieras.
error-run-too-old = Ha pasado un tiempo, así que empieza desde el principio. Lo que escribiste sigue aquí.
error-not-pausable = Este se hace de una vez. Puedes parar cuando quieras.
error-no-step = Este es el primer paso.
error-nothing-to-write = En este paso no hay nada que escribir.
error-only-yours = Lo que escribes aquí se queda contigo. No se puede compartir.
error-not-on-scale = Elige un número del 0 al 10, por favor.
error-out-of-range = Eso queda fuera de lo que Tend puede planear. Elige algo más cercano, por favor.
error-no-windows = Elige al menos una hora que te quede bien.
error-too-many-windows = Son demasiadas franjas para Tend. Con unas pocas basta.
error-window-backwards = La hora de fin es anterior a la de inicio. Hasta medianoche se escribe 00:00; pasada la medianoche, son doce horas como mucho.
error-zone-unknown = Tend no conoce esta zona horaria, así que no sabe qué horas son en otra parte. Elige otra en los ajustes de tu teléfono.
error-not-open = Esto ya está decidido, o hay otra hora en su lugar.
error-own-proposal = Es tu propia propuesta, así que no puedes contestarla tú.
error-slot-past = Esa hora ya pasó. Propón otra.
error-slot-outside-week = Tend no puede planear algo tan temprano o tan lejano. Elige una hora dentro de un año, por favor.
error-session-length = Un rato en pareja dura de 1 a 240 minutos.
error-slot-taken = A esa hora ya hay algo acordado. Elige antes o después, por favor.
error-already-agreed = Ya hay una hora acordada. Si quieres otra, primero cancela esa.
error-rule-id = Un nombre para esto lleva minúsculas, cifras y guiones.
error-rule-cue = Di en pocas palabras a qué momento de tu día va unido.
error-rule-leads = Son demasiados avisos previos.
error-rule-hours = La hora de fin es anterior a la de inicio. Hasta medianoche se escribe 00:00; pasada la medianoche, son doce horas como mucho.
error-rule-weekdays = Elige al menos un día de la semana.
error-rule-times = Se puede de una a siete veces por semana.
error-rule-every-days = Se puede cada 2 a 365 días.
error-rule-day-of-month = Un mes tiene los días 1 a 31.
error-rule-day-of-year = Ese día no existe.
error-rule-leads-of-routine = Solo las fechas fijas pueden tener un aviso previo.
error-rule-once-of-routine = Solo las fechas fijas pueden ser en un único momento.
error-rule-chance-of-booked = Este aviso es para una fecha fija, así que no puede llegar al azar.
error-too-many-rules = Son demasiados avisos para Tend. Quita antes alguno.

## Avisos: lo que se dice una vez.

notice-own-device-came = Otro teléfono tuyo está enlazado: { $device }.
notice-partner-device-came = { partner-start } enlazó un teléfono nuevo.
notice-own-device-went = Se quitó un teléfono tuyo: { $device }.
notice-partner-device-went = { partner-start } quitó uno de sus teléfonos.
notice-partner-left = Se cerró el espacio en común. Lo que escribiste sigue contigo.
notice-partner-silent = Desde que se enlazaron los teléfonos no ha llegado nada de { partner }. Si ahí Tend tampoco te muestra, cierra el espacio en común en los dos teléfonos y enlázalos otra vez. Lo que escribiste sigue contigo.
notice-removed = Otro de tus teléfonos quitó este. Lo que hay en él se queda aquí.
notice-repaired = Tend renovó la conexión segura. Todo sigue aquí.
notice-server-lost-space = El servidor dice que este teléfono ya no es parte de tu espacio. ¿Lo quitaste desde otro? Si no, enlázalo de nuevo desde ahí, o pregúntale a quien administra el servidor. Todo lo que hay en este teléfono se queda aquí.
notice-server-full = El servidor no tiene más espacio para este teléfono por ahora. Lo que escribas se queda aquí y sale en cuanto se pueda. Si este aviso se repite, pregúntale a quien administra el servidor.
notice-store-put-back = Este teléfono volvió a una copia anterior de sus datos, así que Tend renovó la conexión segura. Puede faltar algo que escribiste desde entonces. Tal vez { partner } o tus otros teléfonos todavía lo tengan.
notice-copied-store = Parece que dos teléfonos usan la misma copia de Tend. Para protegerte, este deja de compartir durante un día y luego sigue solo. Si pasaste tus datos a otro teléfono, borra Tend ahí. Lo que escribas está a salvo aquí mientras tanto.
notice-forbidden-record = Llegó algo que no va en el espacio en común. Tend no lo aceptó.
notice-partners-copy = Algo que escribiste ya no estaba en tus teléfonos y volvió del de { partner }. Es la copia de ahí.

kept-back = { $things ->
    [one] Algo que escribiste no sale por ahora. Está a salvo en este teléfono.
   *[other] { $things } cosas que escribiste no salen por ahora. Están a salvo en este teléfono.
}
kept-here = Quitaste este teléfono desde otro, así que lo que escribas aquí se queda aquí. Para usarlo otra vez con los demás, instala Tend de nuevo en él y enlázalo.

device-unnamed = un teléfono

## Por qué una invitación quedó en nada, y qué hacer ahora.

invite-ran-out = Caducó antes de tener los dos síes. Haz una nueva, por favor.
invite-taken-back = Se retiró en uno de los teléfonos, o se abrió en un tercero. Puedes hacer una nueva.
invite-phone-in-use = En el teléfono nuevo Tend ya guarda algo, así que se queda como está.
invite-already-paired = Uno de los dos teléfonos ya está enlazado con una pareja.
invite-newer = El otro teléfono tiene una versión más nueva de Tend. Actualiza la aplicación aquí y haz otra invitación, por favor.
invite-not-the-same = Los dos teléfonos no vieron lo mismo, y Tend paró para protegerte. Haz una nueva, mejor en persona.
