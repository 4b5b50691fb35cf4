package dev.connexions.meta.sandbox.people;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Pages, business portfolios and what people consented to, in the order in which they came. Guarded by its owner's lock. */
public final class Assets {

    private final Map<String, Page> pages = new LinkedHashMap<>();
    private final Map<String, Set<String>> pagesByPerson = new HashMap<>();
    private final Map<String, Set<String>> pagesByBusiness = new HashMap<>();
    private final Map<String, String> pagesByInstagram = new HashMap<>();
    private final Map<String, Business> businesses = new LinkedHashMap<>();
    private final Map<String, Set<String>> businessesByPerson = new HashMap<>();
    private final Map<String, Consent> consents = new LinkedHashMap<>();

    public List<Page> pages() {
        return List.copyOf(pages.values());
    }

    public int countPages() {
        return pages.size();
    }

    public Optional<Page> page(@Nullable String id) {
        return Optional.ofNullable(id == null ? null : pages.get(id));
    }

    public boolean hasPage(String id) {
        return pages.containsKey(id);
    }

    /** Those in which the person has a role. */
    public List<Page> pagesOf(String person) {
        return found(pagesByPerson.get(person), pages);
    }

    public List<Page> pagesIn(Business business) {
        return found(pagesByBusiness.get(business.id()), pages);
    }

    public Optional<Page> linkedTo(Account account) {
        return page(pagesByInstagram.get(account.id()));
    }

    public void put(Page page) {
        var old = pages.put(page.id(), page);
        if (old != null) {
            old.roles().keySet().stream()
                    .filter(person -> !page.hasRole(person))
                    .forEach(person -> take(pagesByPerson, person, page.id()));
            if (!Objects.equals(old.business(), page.business())) {
                take(pagesByBusiness, old.business(), page.id());
            }
            pagesByInstagram.remove(String.valueOf(old.instagram()), page.id());
        }
        page.roles().keySet().forEach(person -> give(pagesByPerson, person, page.id()));
        give(pagesByBusiness, page.business(), page.id());
        if (page.instagram() != null) {
            pagesByInstagram.put(page.instagram(), page.id());
        }
    }

    public List<Business> businesses() {
        return List.copyOf(businesses.values());
    }

    public int countBusinesses() {
        return businesses.size();
    }

    public Optional<Business> business(@Nullable String id) {
        return Optional.ofNullable(id == null ? null : businesses.get(id));
    }

    public List<Business> businessesOf(String person) {
        return found(businessesByPerson.get(person), businesses);
    }

    public void put(Business business) {
        var old = businesses.put(business.id(), business);
        if (old != null) {
            old.people().stream()
                    .filter(person -> !business.people().contains(person))
                    .forEach(person -> take(businessesByPerson, person, business.id()));
        }
        business.people().forEach(person -> give(businessesByPerson, person, business.id()));
    }

    public List<Consent> consents() {
        return List.copyOf(consents.values());
    }

    public Optional<Consent> consentOf(String person) {
        return Optional.ofNullable(consents.get(person));
    }

    public void put(Consent consent) {
        consents.put(consent.person(), consent);
    }

    public void withdraw(String person) {
        consents.remove(person);
    }

    public void clear() {
        pages.clear();
        pagesByPerson.clear();
        pagesByBusiness.clear();
        pagesByInstagram.clear();
        businesses.clear();
        businessesByPerson.clear();
        consents.clear();
    }

    private static <T> List<T> found(@Nullable Set<String> ids, Map<String, T> all) {
        if (ids == null) {
            return List.of();
        }
        var found = new ArrayList<T>(ids.size());
        for (var id : ids) {
            var one = all.get(id);
            if (one != null) {
                found.add(one);
            }
        }
        return found;
    }

    private static void give(Map<String, Set<String>> index, @Nullable String key, String id) {
        if (key != null) {
            index.computeIfAbsent(key, k -> new LinkedHashSet<>()).add(id);
        }
    }

    private static void take(Map<String, Set<String>> index, @Nullable String key, String id) {
        var ids = key == null ? null : index.get(key);
        if (ids != null) {
            ids.remove(id);
        }
    }
}
