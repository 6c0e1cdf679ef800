package io.conductatlas.clauses.assessment;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who does what a sentence states. That somebody may end an account is a power of the service where the service does it, a right of
 * people where they do, and neither where a third party does.
 */
enum Actor {
    SERVICE,
    PERSON,
    OTHER;

    private static final Pattern NAMED = Pattern.compile(
            "(?<service>\\b(?:[Ww]e|us|[Cc]ompany)\\b)"
                    + "|(?<person>\\b(?:[Yy]ou|[Uu]sers?|[Cc]ustomers?|[Rr]esidents?|[Ii]ndividuals?|[Pp]eople|[Mm]embers?|[Ss]ubscribers?|[Cc]onsumers?|[Pp]arents?|[Aa]nyone)\\b)"
                    + "|(?<other>\\b(?:[Tt]hird[- ][Pp]art(?:y|ies)|[Pp]artners?|[Pp]roviders?|[Vv]endors?|[Ll]iaisons?|[Aa]dministrators?|[Dd]evelopers?|[Ss]ellers?|[Aa]dvertisers?|[Mm]erchants?|[Rr]ecipients?|[Pp]articipants?|[Hh]osts?|[Oo]wners?|[Aa]dmins?|[Oo]thers)\\b)"
                    + "|(?<name>\\b\\p{Lu}[\\p{L}.]+)(?= (?:does|do|may|will|has|have|can|shall|reserves|retains|collects|uses|shares|discloses|provides|grants)\\b)");
    private static final Pattern CLAUSE = Pattern.compile("[,;:.!?]\\s");
    /** Words of a platform's name that say nothing of it. */
    private static final Set<String> COMMON = Set.of("policy", "policies", "terms", "site", "the", "of");

    private static final Set<String> BY_PEOPLE_GROUPS = Set.of("rights");
    private static final Set<String> BY_PEOPLE =
            Set.of("account-deletion-by-user", "appeal", "reporting-content", "content-ownership");
    private static final Set<String> BY_THE_SERVICE_GROUPS = Set.of("data-collected", "data-use", "data-shared");
    private static final Set<String> BY_THE_SERVICE = Set.of(
            "unilateral-termination",
            "unilateral-change",
            "content-removal",
            "price-change",
            "monitoring-of-use",
            "retention-period",
            "security-measures",
            "limitation-of-liability",
            "warranty-disclaimer");
    /** What people owe the service or it owes them, and nobody else. */
    private static final Set<String> BETWEEN_BOTH = Set.of("money", "disputes");
    /** Of what the service does with data, that which others may do for it, or what people do themselves. */
    private static final Set<String> BY_ANYONE = Set.of(
            "third-party-sources",
            "third-party-advertising-and-analytics",
            "service-providers",
            "shared-with-other-parties",
            "identifiers-and-contact",
            "content-and-inputs",
            "public-disclosure",
            "non-discrimination",
            "consent-withdrawal",
            "complaint-to-authority");

    /** Whether the one who does what stands at a place of a sentence is the one whose doing the type is about; so if nobody is named. */
    static boolean fits(String type, String group, String sentence, int at, String platform) {
        boolean people = BY_PEOPLE.contains(type) || BY_PEOPLE_GROUPS.contains(group);
        boolean service = BY_THE_SERVICE.contains(type) || BY_THE_SERVICE_GROUPS.contains(group);
        if (BY_ANYONE.contains(type)) {
            return true;
        }
        Actor actor = before(sentence, at, platform);
        if (BETWEEN_BOTH.contains(group)) {
            return actor != OTHER;
        }
        return !people && !service || actor == null || actor == (people ? PERSON : SERVICE);
    }

    /** Who is named last before a place, or at it, in its clause; null if nobody is. */
    private static @Nullable Actor before(String sentence, int at, String platform) {
        int from = 0;
        Matcher clause = CLAUSE.matcher(sentence).region(0, at);
        while (clause.find()) {
            from = clause.end();
        }
        Actor last = null;
        Matcher named = NAMED.matcher(sentence).region(from, sentence.length());
        while (named.find() && named.start() <= at) {
            last = named.group("service") != null
                    ? SERVICE
                    : named.group("person") != null
                            ? PERSON
                            : named.group("other") != null || !isNameOf(platform, named.group("name"))
                                    ? OTHER
                                    : SERVICE;
        }
        return last;
    }

    private static boolean isNameOf(String platform, String name) {
        for (String word : platform.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", -1)) {
            if (!word.isEmpty()
                    && !COMMON.contains(word)
                    && name.toLowerCase(Locale.ROOT).startsWith(word)) {
                return true;
            }
        }
        return false;
    }
}
