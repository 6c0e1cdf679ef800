package io.conductatlas.documents.gate;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells the language of a text by its smallest words. */
public final class Language {
    private static final int LEAST_WORDS = 60;
    private static final Map<String, String> WORDS = Map.of(
            "en", "the of and to you your we our or that this with any are not by from will may",
            "de", "der die das und zu den von sie wir ihre oder mit ist nicht für auf werden eine dass können",
            "fr", "le la les des et vous nous votre vos ou pour dans que est sur ne pas une avec aux",
            "es", "el los las de y que usted su sus nosotros o para con por una no es al del nuestros",
            "it", "il gli di e che per con non una del della dei sono nostri dell alla nel i da tuoi",
            "pt", "o os as de e que você seu seus nós ou para com por uma não é ao do nossos",
            "nl", "de het een en van je wij we uw of dat met niet voor op zijn door onze aan bij",
            "pl", "w i z na do nie się że jest oraz lub przez dla od które użytkownika nas po o są");
    private static final Map<String, Map<String, Boolean>> INDEX = index();

    private Language() {}

    /** The language's two letters, or null where the text is too short or too mixed to say. */
    public static @Nullable String of(String text) {
        Map<String, Integer> hits = new HashMap<>();
        int words = 0;
        int start = -1;
        String lower = text.substring(0, Math.min(text.length(), 40_000)).toLowerCase(Locale.ROOT);
        for (int i = 0; i <= lower.length(); i++) {
            boolean letter = i < lower.length() && Character.isLetter(lower.charAt(i));
            if (letter && start < 0) {
                start = i;
            } else if (!letter && start >= 0) {
                words++;
                String word = lower.substring(start, i);
                Map<String, Boolean> languages = INDEX.get(word);
                if (languages != null) {
                    languages.keySet().forEach(language -> hits.merge(language, 1, Integer::sum));
                }
                start = -1;
            }
        }
        if (words < LEAST_WORDS) {
            return null;
        }
        String best = null;
        int most = 0;
        int second = 0;
        for (String language : WORDS.keySet().stream().sorted().toList()) {
            int count = hits.getOrDefault(language, 0);
            if (count > most) {
                second = most;
                most = count;
                best = language;
            } else {
                second = Math.max(second, count);
            }
        }
        return most * 12 >= words && most * 2 >= second * 3 ? best : null;
    }

    private static Map<String, Map<String, Boolean>> index() {
        Map<String, Map<String, Boolean>> index = new HashMap<>();
        WORDS.forEach((language, words) -> {
            for (String word : words.split(" ", -1)) {
                index.computeIfAbsent(word, key -> new HashMap<>()).put(language, true);
            }
        });
        return index;
    }
}
