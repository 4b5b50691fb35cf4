package dev.connexions.meta.sandbox.people;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** The people a fresh sandbox knows; the same for the same seed. */
public final class Seed {

    private static final int PROFESSIONALS = 14;

    /** The others are linked to a page too. */
    private static final int INSTAGRAM_ONLY = 10;

    private static final List<String> TRADES = List.of(
            "boulangerie",
            "atelier",
            "librairie",
            "fromagerie",
            "savonnerie",
            "torrefaction",
            "ceramique",
            "jardinerie",
            "galerie",
            "chocolaterie",
            "menuiserie",
            "brasserie",
            "mercerie",
            "optique",
            "fleuriste",
            "bijouterie");
    private static final List<String> TOWNS = List.of(
            "lyon", "nantes", "lille", "rennes", "angers", "dijon", "metz", "tours", "brest", "pau", "albi", "arles",
            "reims", "nancy", "vannes", "quimper");
    private static final List<String> FIRST_NAMES = List.of(
            "Ines", "Karim", "Louise", "Mateo", "Nora", "Hugo", "Aline", "Yanis", "Clara", "Bastien", "Salome", "Tom",
            "Agathe", "Idris", "Camille");
    private static final List<String> LAST_NAMES = List.of(
            "Moreau",
            "Benali",
            "Petit",
            "Garnier",
            "Lefevre",
            "Marchand",
            "Dupuis",
            "Haddad",
            "Rousseau",
            "Colin",
            "Perrin",
            "Fontaine",
            "Masson",
            "Barbier",
            "Renard");

    private Seed() {}

    public static void into(People people, Assets assets, long seed) {
        var random = new Random(seed);
        var trades = shuffled(TRADES, random);
        var towns = shuffled(TOWNS, random);
        var firstNames = shuffled(FIRST_NAMES, random);
        var lastNames = shuffled(LAST_NAMES, random);
        for (var i = 0; i <= PROFESSIONALS; i++) {
            var name = firstNames.get(i) + " " + lastNames.get(i);
            var login = name.toLowerCase(Locale.ROOT).replace(' ', '.');
            var owner = new Person(
                    Ids.person(seed, i),
                    login,
                    name,
                    trades.get((i + 1) % trades.size()) + "-" + (1000 + random.nextInt(9000)),
                    null);
            var personal = i == PROFESSIONALS;
            if (personal) {
                PageSeed.into(people, assets, seed);
            }
            people.put(owner);
            people.put(new Account(
                    Ids.account(seed, i),
                    Ids.scoped(seed, i),
                    personal ? login : trades.get(i) + "." + towns.get(i),
                    personal ? name : capitalised(trades.get(i)) + " " + capitalised(towns.get(i)),
                    personal ? AccountType.PERSONAL : i % 5 < 3 ? AccountType.BUSINESS : AccountType.MEDIA_CREATOR,
                    i < INSTAGRAM_ONLY || personal ? LoginWay.INSTAGRAM : LoginWay.BOTH,
                    owner.id(),
                    50 + random.nextInt(personal ? 500 : 50_000),
                    null));
        }
    }

    private static List<String> shuffled(List<String> words, Random random) {
        var copy = new ArrayList<>(words);
        Collections.shuffle(copy, random);
        return copy;
    }

    private static String capitalised(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
