package dev.connexions.meta.sandbox.people;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The people and their accounts, in the order in which they came. Guarded by its owner's lock. */
public final class People {

    private final Map<String, Person> people = new LinkedHashMap<>();
    private final Map<String, Account> accounts = new LinkedHashMap<>();

    public List<Person> people() {
        return List.copyOf(people.values());
    }

    public List<Account> accounts() {
        return List.copyOf(accounts.values());
    }

    public int countAccounts() {
        return accounts.size();
    }

    public Optional<Person> person(String id) {
        return Optional.ofNullable(people.get(id));
    }

    public Optional<Account> account(String id) {
        return Optional.ofNullable(accounts.get(id));
    }

    public Optional<Account> byUsername(String username) {
        return accounts.values().stream()
                .filter(account -> account.username().equals(username))
                .findFirst();
    }

    /** The account that a pair typed into the consent form opens: its own name with its owner's password. */
    public Optional<Account> byCredentials(String username, String password) {
        return byUsername(username).filter(account -> owner(account).password().equals(password));
    }

    public Person owner(Account account) {
        return person(account.owner())
                .orElseThrow(() -> new IllegalStateException("account " + account.id() + " has no owner"));
    }

    public void put(Person person) {
        people.put(person.id(), person);
    }

    public void put(Account account) {
        accounts.put(account.id(), account);
    }

    public void clear() {
        people.clear();
        accounts.clear();
    }
}
