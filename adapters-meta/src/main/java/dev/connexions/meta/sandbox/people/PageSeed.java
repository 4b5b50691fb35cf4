package dev.connexions.meta.sandbox.people;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * The people who can be reached through Facebook Login, one for each thing that discovery can meet (dossier 2.1): a page
 * for each account that is reachable both ways, somebody with several pages, with none, with a page of a portfolio only,
 * with a page without Instagram, with a page to which a personal account is connected, and with a page on which too little
 * is allowed.
 */
final class PageSeed {

    private static final int FIRST_PLACE = 100;
    private static final List<Task> ALL = List.of(Task.values());

    private final People people;
    private final Assets assets;
    private final long seed;
    private final Random random;
    private int place = FIRST_PLACE;

    private PageSeed(People people, Assets assets, long seed) {
        this.people = people;
        this.assets = assets;
        this.seed = seed;
        this.random = new Random(~seed);
    }

    static void into(People people, Assets assets, long seed) {
        var all = new PageSeed(people, assets, seed);
        people.accounts().stream()
                .filter(account -> account.login().throughFacebook())
                .forEach(account -> all.page(account.owner(), account.name(), ALL, null, account));
        all.facebookOnly();
    }

    private void facebookOnly() {
        var several = person("maison.several", "Maison Several");
        for (var town : List.of("bourges", "cholet", "dole")) {
            page(several, "Maison " + town, ALL, null, account(several, "maison." + town, AccountType.BUSINESS));
        }
        person("nadia.nopage", "Nadia Nopage");
        var portfolio = person("paul.portfolio", "Paul Portfolio");
        var business = new Business(Ids.business(seed, 0), "Groupe Portfolio", List.of(portfolio.id()));
        assets.put(business);
        page(portfolio, "Groupe Evian", ALL, business.id(), account(portfolio, "groupe.evian", AccountType.BUSINESS));
        page(person("wanda.without", "Wanda Without").id(), "Page sans Instagram", ALL, null, null);
        var personal = person("perla.personal", "Perla Personal");
        page(personal, "Perla et fils", ALL, null, account(personal, "perla.perso", AccountType.PERSONAL));
        var analyst = person("ana.analyst", "Ana Analyst");
        page(
                analyst,
                "Studio Ana",
                List.of(Task.ANALYZE),
                null,
                account(analyst, "studio.ana", AccountType.MEDIA_CREATOR));
    }

    private Person person(String username, String name) {
        place++;
        var person = new Person(Ids.person(seed, place), username, name, "page-" + (1000 + random.nextInt(9000)), null);
        people.put(person);
        return person;
    }

    private Account account(Person owner, String username, AccountType type) {
        place++;
        var account = new Account(
                Ids.account(seed, place),
                Ids.scoped(seed, place),
                username,
                username.replace('.', ' '),
                type,
                LoginWay.FACEBOOK,
                owner.id(),
                50 + random.nextInt(5_000),
                null);
        people.put(account);
        return account;
    }

    private void page(Person owner, String name, List<Task> tasks, @Nullable String business, Account account) {
        page(owner.id(), name, tasks, business, account);
    }

    private void page(
            String owner, String name, List<Task> tasks, @Nullable String business, @Nullable Account account) {
        assets.put(new Page(
                        Ids.page(seed, assets.countPages()),
                        name,
                        "Local business",
                        business,
                        Page.Relation.OWNED,
                        null,
                        null,
                        Map.of(owner, tasks))
                .linkedTo(account));
    }
}
