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

    private static final Pattern AGREEMENT_WORDS = Pattern.compile(
            "(?iu)\\b(you agree|these terms|this (privacy )?(policy|agreement|notice)"
                    + "|governed by|personal (data|information)|we (collect|process|disclose)|diese(r)? (bedingungen|richtlinie)|"
                    + "personenbezogene|stimmst du|stimmen sie|données personnelles|présentes conditions|vous acceptez|datos personales|"
                    + "estos términos|usted acepta|dati personali|presenti (termini|condizioni)|accetti|shall|liab(le|ility))\\b");

    private static final List<Rule> TITLES = List.of(
            rule(
                    Reason.BOT_CHALLENGE,
                    "just a moment|attention required|checking (your browser|if the site connection)|verify(ing)? (that )?you are (a )?human|"
                            + "are you a (robot|human)|security (check|verification)|access denied|pardon our interruption|"
                            + "enable javascript and cookies|please enable javascript|sie sind kein roboter|sicherheitsüberprüfung|"
                            + "einen moment bitte|zugriff verweigert|vérification de sécurité|accès refusé|un instant|"
                            + "êtes-vous un robot|vous êtes humain|verificación de seguridad|acceso denegado|un momento|eres un robot|"
                            + "eres humano|verifica di sicurezza|accesso negato|un attimo|sei un robot|sei umano|ddos protection"),
            rule(
                    Reason.ERROR_PAGE,
                    "(error|fehler|erreur|errore)? ?\\b(40[0134]|410|429|50[0234])\\b|page not found|not found|"
                            + "(page|content) (isn['’]t|is not|is no longer) available|page (can['’]t|cannot|could not) be (found|displayed)|"
                            + "(something|somethings) went wrong|we['’]re all mixed up|internal server error|bad gateway|"
                            + "service (temporarily )?unavailable|gateway time-?out|too many requests|"
                            + "temporarily unavailable|under maintenance|scheduled maintenance|we['’]ll be (right )?back|"
                            + "an? (unexpected )?error (has )?occurred|this site can['’]t be reached|oops|"
                            + "seite (wurde )?nicht gefunden|nicht verfügbar|nicht erreichbar|etwas (ist )?schief ?gegangen|"
                            + "fehler (ist )?aufgetreten|wartungsarbeiten|interner serverfehler|wegen wartung|"
                            + "page (est )?introuvable|page n['’](existe|est) (plus|pas)|une erreur (s['’]est produite|est survenue)|"
                            + "momentanément indisponible|temporairement indisponible|en maintenance|hoppla|oups|"
                            + "página no (encontrada|existe|disponible)|no se (ha )?(encontrado|encontró|encuentra)|"
                            + "algo (ha )?sali(ó|do) mal|ha ocurrido un error|se ha producido un error|en mantenimiento|"
                            + "no (está )?disponible|pagina non (trovata|disponibile|esiste)|qualcosa è andato storto|"
                            + "si è verificato un errore|in manutenzione|temporaneamente non disponibile|ops"),
            rule(
                    Reason.LOGIN,
                    "^(log ?in|sign ?in|anmelden|einloggen|se connecter|connexion|identifiez-vous|iniciar sesión|inicia sesión|"
                            + "accedi|acceso)\\b.{0,40}$|(you )?must (log|sign) ?in|(log|sign) ?in to (continue|your)|melde dich an|"
                            + "bitte (melden sie sich|anmelden)|connectez-vous (pour|à)|inicia sesión (para|en)|accedi (per|al)"),
            rule(
                    Reason.CONSENT,
                    "before you continue|we value your privacy|(accept|allow|manage) (all )?(the use of )?cookies|your cookie (choices|settings)|"
                            + "bevor sie (fortfahren|weitermachen)|bevor du fortfährst|cookies (akzeptieren|zulassen)|wir schätzen ihre privatsphäre|"
                            + "ihre privatsphäre ist uns wichtig|avant de (continuer|poursuivre)|accepter (tous )?les cookies|"
                            + "(nous respectons|respect de) votre vie privée|antes de continuar|aceptar (todas )?las cookies|"
                            + "valoramos tu privacidad|prima di continuare|accetta (tutti )?i cookie|la tua privacy è importante"));

    private static final List<Rule> ANYWHERE = List.of(
            rule(
                    Reason.BOT_CHALLENGE,
                    "cloudflare|captcha|ray id|human verification|verify(ing)? (that )?you are (a )?human|unusual traffic|automated (access|requests)|"
                            + "not a robot|enable (javascript|cookies)|javascript is (disabled|required)|kein roboter|ungewöhnlichen (datenverkehr|traffic)|"
                            + "javascript (aktivieren|ist deaktiviert)|pas un robot|activer javascript|activez javascript|trafic inhabituel|"
                            + "no (eres|soy) un robot|active javascript|activa(r)? javascript|habilita javascript|tráfico inusual|non sei un robot|"
                            + "non sono un robot|attiva(re)? javascript|abilita(re)? javascript|traffico insolito"),
            rule(
                    Reason.ERROR_PAGE,
                    "page not found|(try|please) (reload|refresh)|try again (later|in a)|(reload|refresh) (this|the) page|come back later|"
                            + "(has been|may have been|was) (moved|removed|deleted)|does(n['’]t| not) exist|(unexpected|technical|server) error|"
                            + "an error (has )?occurred|could not be (found|loaded)|couldn['’]t (find|load)|can['’]t find|unable to (load|process)|"
                            + "link you followed|go (back )?to (the )?home ?page|under maintenance|request (could not|failed|blocked)|"
                            + "aktualisiere (diese|die) seite|versuch(en sie)? es (bitte )?(später|noch)|nicht gefunden|existiert nicht|"
                            + "zur startseite|wartung|technisch(er|es|en) (fehler|problem)|neu laden|"
                            + "réessayer plus tard|réessayez|veuillez réessayer|actualise[rz] la page|n['’]existe (plus|pas)|retour (à la page )?d?['’]?accueil|"
                            + "erreur (technique|inattendue|interne)|introuvable|rechargez|"
                            + "inténtalo (de nuevo|más tarde)|vuelve a intentarlo|inténtelo|no existe|volver al inicio|error (técnico|inesperado|interno)|"
                            + "recarga la página|actualiza la página|riprova|non esiste|torna alla home|errore (tecnico|imprevisto|interno)|"
                            + "ricarica la pagina|aggiorna la pagina|non (è stata )?trovata"),
            rule(
                    Reason.LOGIN,
                    "forgot(ten)? (your )?(password|account)|must (log|sign) ?in|(log|sign) ?in (to|with|or)|create (an|new) account|don['’]t have an account|"
                            + "passwort vergessen|konto (erstellen|anlegen)|noch kein konto|mot de passe oublié|créer un compte|pas encore de compte|"
                            + "olvidaste tu contraseña|olvidado (su|tu|la) contraseña|crear (una )?cuenta|no tienes (una )?cuenta|"
                            + "password dimenticata|dimenticato la password|crea (un )?account|non hai un account"),
            rule(
                    Reason.CONSENT,
                    "(accept|reject|allow|decline) (all|essential|optional|only)|cookie (settings|preferences)|manage (preferences|options)|"
                            + "alle (akzeptieren|ablehnen)|cookie-einstellungen|nur (notwendige|essenzielle)|tout (accepter|refuser)|"
                            + "(accepter|refuser) tout|paramétrer les cookies|gérer (les|mes) (cookies|préférences)|aceptar todo|rechazar todo|"
                            + "aceptar todas|configurar cookies|accetta tutt[oi]|rifiuta tutt[oi]|gestisci (le )?preferenze"));

    private Phrases() {}

    static @Nullable Hit inTitle(String opening) {
        for (String line : opening.split("\n", -1)) {
            Hit hit = first(TITLES, line);
            if (hit != null && line.length() < 100) {
                return hit;
            }
        }
        return null;
    }

    /** A phrase that settles it in a text of so few words; an agreement that is short still speaks like one. */
    static @Nullable Hit in(String text, int words) {
        if (AGREEMENT_WORDS.matcher(text).results().count() * 60 >= Math.max(60, words)) {
            return null;
        }
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
        return new Rule(
                reason,
                Pattern.compile(
                        "(?<![\\p{L}\\d])(?:" + alternatives + ")(?![\\p{L}])",
                        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE));
    }
}
