package io.conductatlas.documents.gate;

import io.conductatlas.documents.gate.Verdict.Reason;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What error pages, walls and challenges say, in English, German, French, Spanish and Italian. */
final class Phrases {
    /** @param phrase as the page has it */
    record Hit(Reason reason, String phrase) {}

    private record Rule(Reason reason, Pattern pattern) {}

    private static final int LONGEST_TITLE = 100;

    /** As far into a line a title may begin: after "Sorry," or a sign. */
    private static final int BEGINNING = 15;

    /** What agreements call themselves. */
    private static final Pattern AGREEMENT_NAMES = words(
            "(privacy|cookies?|usage|use|content|refund|security|data|trackers?|advertising|copyright|conduct) (polic(y|ies)|notice|statement)|"
                    + "terms|agreements?|addendum|guidelines?|conditions|rules|licen[cs]e|disclosures?|disclaimer|imprint|policy|policies|"
                    + "sub-?processors?|law enforcement|code of conduct|community standards|legal notice|service levels?|"
                    + "[\\p{L}-]*(bedingungen|richtlinien?|datenschutz|datenschutzerklärung|datenschutzhinweise?|erklärung|vereinbarung|"
                    + "hinweise|regeln|vertrag)|agb|impressum|widerrufsbelehrung|unterauftragsverarbeiter|"
                    + "politique|conditions générales|conditions d['’]utilisation|mentions légales|règles|règlement|charte|contrat|avenant|"
                    + "accord|sous-traitants|déclaration|política|políticas|términos|condiciones|aviso|normas|reglas|contrato|acuerdo|"
                    + "directrices|subencargados|informativa|termini|condizioni|regole|regolamento|contratto|accordo|note legali|linee guida|"
                    + "dichiarazione|subresponsabili");

    private static final Pattern AGREEMENT_WORDS = words(
            "you agree|you may not|you must not|these terms|this (privacy )?(policy|agreement|notice)|governed by|"
                    + "personal (data|information)|we (collect|process|disclose)|shall|liab(le|ility)|"
                    + "diesen? (bedingungen|richtlinie)|dieser (bedingungen|richtlinie)|personenbezogene[nr]?|stimmst du|stimmen sie|"
                    + "akzeptierst du|du darfst|sie dürfen|es gilt|données personnelles|données à caractère personnel|"
                    + "présentes? conditions|vous acceptez|vous vous engagez|droit français|datos personales|(estos|los presentes) términos|"
                    + "usted acepta|no puede|dati personali|(questi|presenti) (termini|condizioni)|accetti|non puoi|si applica");

    /** Walls name the terms that one accepts by passing them: that makes them none. */
    private static final Pattern PASSING = words(
            "(by (continuing|clicking|tapping|signing (in|up)|logging in|using this site)|(indem|wenn) (du|sie) (fortf[aä]hr|weitermach|dich anmelde|sich anmelde)"
                    + "|mit einem klick auf|en (continuant|cliquant|vous connectant)|al (continuar|hacer clic|iniciar sesión)|(continuando|cliccando|facendo clic|accedendo))"
                    + "[^.\n]{0,200}");

    private static final List<Rule> TITLES = List.of(
            rule(
                    Reason.BOT_CHALLENGE,
                    "just a (moment|second)|attention required|one more step|(checking|we are checking) (your browser|if the site connection)|"
                            + "verify(ing)? (that )?you( are|['’]re)? (a )?human|are you (a |still )?(robot|human|there)|i am human|"
                            + "security (check|verification|challenge)|access (to this page has been )?denied|you have been blocked|request blocked|"
                            + "pardon our interruption|human verification|unusual (traffic|activity)|ddos protection|bot (check|detection)|"
                            + "(please )?(enable|turn on) (javascript|cookies)|javascript is (disabled|required)|"
                            + "kein roboter|sicherheits(über)?prüfung|einen (moment|augenblick)|zugriff verweigert|zugang verweigert|"
                            + "ungewöhnliche[rn]? (datenverkehr|aktivität|zugriffe)|bist du ein mensch|sind sie ein mensch|"
                            + "bitte (aktivieren sie|aktiviere) javascript|"
                            + "vérification (de sécurité|en cours|que vous êtes)|accès (refusé|interdit|bloqué)|un instant|"
                            + "êtes-vous un (robot|humain)|vous êtes (bien )?(un )?humain|trafic inhabituel|activité inhabituelle|veuillez activer javascript|"
                            + "verificación de seguridad|acceso (denegado|bloqueado)|un momento|(no )?eres un robot|eres humano|tráfico inusual|"
                            + "actividad inusual|verifica di sicurezza|accesso (negato|bloccato)|un (attimo|momento)|(non )?sei un robot|sei umano|"
                            + "traffico (insolito|anomalo)|attività insolita"),
            rule(
                    Reason.ERROR_PAGE,
                    "(error|fehler|erreur|errore)? ?\\b(40[0134]|410|429|451|50[0234])\\b|page not found|not found|no longer exists|"
                            + "(page|content|site|service|document|resource|app|website) (isn['’]t|is not|is no longer|is currently not) available|"
                            + "page (can['’]t|cannot|could not|couldn['’]t) be (found|displayed|loaded)|"
                            + "(can['’]t|cannot|couldn['’]t|could not|unable to) (find|load|display|open|reach) (that|this|the|your)|"
                            + "(something|somethings|that) (has )?(went|gone|goes) wrong|we['’]re all mixed up|internal server error|server error|bad gateway|"
                            + "service (is )?(temporarily |currently )?(unavailable|down)|(gateway|connection) time-?d? ?-?out|too many requests|"
                            + "temporarily unavailable|under maintenance|down for maintenance|(scheduled|planned) maintenance|"
                            + "(we['’]ll|we will) be (right )?back|be back (soon|shortly)|back (soon|shortly)|"
                            + "an? (unexpected |unknown )?error (has )?occurred|this site can['’]t be reached|oops|whoops|uh-?oh|page (was )?(removed|deleted)|"
                            + "not available in your (country|region|location)|(application|technical) error|link (has )?expired|"
                            + "seite (wurde |konnte )?nicht (gefunden|geladen|angezeigt)|seite (gibt es|existiert)|nicht (mehr )?verfügbar|nicht erreichbar|"
                            + "(etwas|da) (ist )?(etwas |leider )?schief ?(gegangen|gelaufen)|fehler (ist )?(aufgetreten|passiert)|wartungsarbeiten|"
                            + "interner (server)?fehler|wegen wartung|im wartungsmodus|zu viele anfragen|hoppla|ups|"
                            + "page (est )?(introuvable|indisponible|inaccessible)|page n['’](existe|est) (plus|pas)|"
                            + "(contenu|page|service|site) n['’]est (plus|pas|actuellement pas) (disponible|accessible)|"
                            + "une erreur (inattendue |technique |interne )?(s['’]est produite|est survenue)|erreur (interne|technique|serveur)|"
                            + "(momentanément|temporairement|actuellement) (indisponible|inaccessible)|en maintenance|trop de requêtes|oups|"
                            + "(quelque chose|un problème) (s['’]est mal passé|est survenu)|"
                            + "página no (encontrada|existe|disponible)|no (se )?(ha |hemos )?(podido )?(encontrar|encontrado|encontró|encontramos|encuentra|cargar)|"
                            + "algo (ha )?(sali(ó|do)|ido|fue) mal|(ha ocurrido|se ha producido|se produjo|ocurrió) un error|error (interno|del servidor|técnico)|"
                            + "en mantenimiento|no (está |se encuentra )?disponible|demasiadas (solicitudes|peticiones)|"
                            + "pagina non (trovata|disponibile|esiste)|qualcosa è andato storto|si è verificato un (errore|problema)|"
                            + "errore (interno|del server|tecnico|imprevisto)|in manutenzione|(temporaneamente )?non (è )?(più |al momento )?disponibile|"
                            + "troppe richieste|ops"),
            rule(
                    Reason.LOGIN,
                    "^(please )?(log ?in|sign ?in|anmelden|einloggen|se connecter|connexion|identifiez-vous|iniciar sesión|inicia sesión|"
                            + "accedi|acceso|login|members only)\\b.{0,40}$|(you )?(must|need to|have to) (be )?(log|sign|logged|signed) ?in|"
                            + "(log|sign) ?in to (continue|your|view|see)|(this (page|content) is )?for members only|melde dich an|"
                            + "bitte (melden sie sich|anmelden|einloggen)|nur für mitglieder|connectez-vous( pour| à)?|réservé aux (membres|abonnés)|"
                            + "inicia sesión (para|en)|solo para (miembros|socios)|accedi (per|al)|effettua (il login|l['’]accesso)|solo per (gli iscritti|i membri)"),
            rule(
                    Reason.CONSENT,
                    "before you continue|we (value|respect|care about) your privacy|your privacy (matters|is important|choices)|"
                            + "(accept|allow|manage) (all )?(the use of )?cookies|your cookie (choices|settings)|(this (site|website)|we) uses? cookies|"
                            + "privacy (preference|settings) cent(er|re)|bevor (sie|du) (fortfahren|weitermachen|fortfährst|weitermachst)|"
                            + "cookies (akzeptieren|zulassen)|wir (schätzen|respektieren) (ihre|deine) privatsphäre|(ihre|deine) privatsphäre ist uns wichtig|"
                            + "wir (verwenden|nutzen|benutzen) cookies|(diese|unsere) (web)?seite (verwendet|nutzt) cookies|datenschutz-?einstellungen|"
                            + "avant de (continuer|poursuivre)|accepter (tous )?les cookies|(nous respectons|respect de) votre vie privée|"
                            + "(ce site|nous) utilis(e|ons) des cookies|antes de continuar|aceptar (todas )?las cookies|"
                            + "(valoramos|respetamos|nos importa) (tu|su) privacidad|(tu|su) privacidad (es importante|nos importa)|"
                            + "(este sitio|nosotros) (usa|utiliza) cookies|usamos cookies|utilizamos cookies|prima di continuare|"
                            + "accetta (tutti )?i cookie|la (tua|sua|vostra) privacy è importante|rispettiamo la (tua|sua) privacy|"
                            + "(questo sito|noi) (usa|utilizza) (i )?cookie|utilizziamo (i )?cookie"));

    private static final List<Rule> ANYWHERE = List.of(
            rule(
                    Reason.BOT_CHALLENGE,
                    "cloudflare|captcha|ray id|human verification|verify(ing)? (that )?you( are|['’]re) (a )?human|unusual traffic|automated (access|requests)|"
                            + "not a (robot|bot)|might be a (robot|bot)|(enable|turn on) (javascript|cookies)|javascript is (disabled|required)|"
                            + "(run|allow) scripts|review the security of your connection|"
                            + "kein(en)? roboter|ein mensch (bist|sind)|ungewöhnlichen? (datenverkehr|traffic)|automatisierte (anfragen|zugriffe)|"
                            + "javascript (und cookies )?(aktivieren|ist deaktiviert)|aktivieren sie javascript|aktiviere javascript|"
                            + "pas un robot|activer javascript|activez javascript|trafic inhabituel|requêtes automatis(ées|ees)|"
                            + "no (eres|soy) un robot|active javascript|activa(r)? javascript|habilit(a|e|ar) javascript|tráfico inusual|solicitudes automatizadas|"
                            + "non sei un robot|non sono un robot|attiva(re)? javascript|abilita(re)? javascript|traffico (insolito|anomalo)|"
                            + "richieste automa(tiche|tizzate)"),
            rule(
                    Reason.ERROR_PAGE,
                    "page not found|(try|please) (to )?(reload|refresh)|try (again|reloading|refreshing)|(reload|refresh) (this|the) page|come back later|"
                            + "(has been|may have been|was|has) (moved|removed|deleted)|does(n['’]t| not) exist|(unexpected|technical|server) error|"
                            + "an error (has )?occurred|could not be (found|loaded)|couldn['’]t (find|load)|can['’]t find|unable to (load|process)|"
                            + "link you followed|(go )?back to (the )?(home|start)|return (to )?(the )?home|under maintenance|request (could not|failed|blocked)|"
                            + "(there is )?nothing (at|here)|"
                            + "aktualisiere (diese|die) seite|versuch(en sie)? es (bitte )?(später|noch|in)|nicht (gefunden|geladen)|existiert nicht|"
                            + "zu[rm]? (startseite|start)|wartung|technisch(er|es|en) (fehler|problem)|neu laden|lade (die|diese) seite|fehlercode|"
                            + "réessayer|réessayez|actualise[rz] la page|n['’]existe (plus|pas)|retour (à la page )?d?['’]?accueil|reve(nez|nir) à l['’]accueil|"
                            + "erreur (technique|inattendue|interne)|introuvable|rechargez|pas pu (afficher|charger)|"
                            + "inténtal[oa] (de nuevo|más tarde|otra vez)|(vuelve|vuelva) a intentarlo|inténtelo|no existe|(volver|vuelve|vuelva) al inicio|"
                            + "error (técnico|inesperado|interno)|recarga la página|actualiza la página|"
                            + "riprova|non esiste|(torna|tornare) alla home|errore (tecnico|imprevisto|interno)|"
                            + "ricarica la pagina|aggiorna la pagina|non (è stata )?trovata"),
            rule(
                    Reason.LOGIN,
                    "forgot(ten)? (your )?(password|account)|(must|need to|have to) (log|sign) ?in|create (an|new) account|"
                            + "don['’]t have an account|no account yet|passwort vergessen|konto (erstellen|anlegen)|noch kein konto|"
                            + "mot de passe oublié|créer un compte|pas encore de compte|olvidaste tu contraseña|olvidado (su|tu|la) contraseña|"
                            + "crear (una )?cuenta|no tienes (una )?cuenta|password dimenticata|dimenticato la password|crea (un )?account|non hai un account"),
            rule(
                    Reason.CONSENT,
                    "(accept|reject|allow|decline) (all|essential|optional|only)|cookie (settings|preferences)|manage (preferences|options)|"
                            + "alle (akzeptieren|ablehnen)|cookie-einstellungen|nur (notwendige|essenzielle)|tout (accepter|refuser)|"
                            + "(accepter|refuser) tout|paramétrer (les|mes)|gérer (les|mes) (cookies|préférences|choix)|aceptar todo|rechazar todo|"
                            + "aceptar todas|configurar cookies|accetta tutt[oi]|rifiuta tutt[oi]|gestisci (le )?preferenze"));

    private Phrases() {}

    /** Whether a heading is that of an agreement. */
    static boolean nameAnAgreement(String heading) {
        return AGREEMENT_NAMES.matcher(heading).find() && first(TITLES, heading) == null;
    }

    /** Whether a text speaks as agreements do, at least once in sixty words. */
    static boolean areOfAnAgreement(String text, int words) {
        return AGREEMENT_WORDS
                                .matcher(PASSING.matcher(text).replaceAll(" "))
                                .results()
                                .count()
                        * 60
                >= Math.max(60, words);
    }

    /** What a heading says that is none of an agreement. */
    static @Nullable Hit inHeading(String heading) {
        return heading.length() < LONGEST_TITLE ? first(TITLES, heading) : null;
    }

    /** What a line says at its beginning, as pages do that have no heading. */
    static @Nullable Hit atBeginning(String line) {
        Hit hit = inHeading(line);
        return hit != null && line.indexOf(hit.phrase()) <= BEGINNING ? hit : null;
    }

    /** A phrase that settles it where nothing speaks for an agreement. */
    static @Nullable Hit in(String text) {
        return first(ANYWHERE, text);
    }

    private static @Nullable Hit first(List<Rule> rules, String text) {
        for (Rule rule : rules) {
            Matcher matcher = rule.pattern().matcher(text);
            if (matcher.find()) {
                return new Hit(rule.reason(), matcher.group());
            }
        }
        return null;
    }

    private static Rule rule(Reason reason, String alternatives) {
        return new Rule(reason, words(alternatives));
    }

    /** No alternative repeats what repeats, so that a text is read in time that grows with its length only. */
    private static Pattern words(String alternatives) {
        return Pattern.compile(
                "(?<![\\p{L}\\d])(?:" + alternatives + ")(?![\\p{L}])",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }
}
