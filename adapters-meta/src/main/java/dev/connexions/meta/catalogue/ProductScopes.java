package dev.connexions.meta.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connexions.domain.connexion.Capability;
import dev.connexions.domain.connexion.LoginProduct;
import dev.connexions.domain.connexion.ScopeCatalogue;
import dev.connexions.domain.connexion.Scopes;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The permissions of a login product, by what each of them is good for. */
public final class ProductScopes {

    private static final String FILE = "scopes.json";
    private static final Set<String> MEMBERS =
            Set.of("product", "profile", "discovery", "companions", "portfolios", "capabilities");
    private static final Set<String> CAPABILITY_MEMBERS = Set.of("capability", "scope", "tasks");
    private static final Pattern SCOPE = Pattern.compile("[a-z][a-z0-9_]{2,99}");

    private final String profile;
    private final Set<String> discovery;
    private final Set<String> companions;
    private final @Nullable String portfolios;
    private final Map<Capability, String> opens = new EnumMap<>(Capability.class);
    private final Set<String> tasks = new TreeSet<>();

    private ProductScopes(CatalogueFile file, JsonNode entry) {
        profile = scope(file, entry, "profile");
        discovery = file.texts(entry, "discovery");
        companions = file.texts(entry, "companions");
        portfolios = entry.has("portfolios") ? scope(file, entry, "portfolios") : null;
    }

    /**
     * @throws CatalogueException when the file is not in order, does not speak of every product and capability, or
     *     contradicts what the rules of the domain go by
     */
    static Map<LoginProduct, ProductScopes> load() {
        return held(CatalogueFile.resource(FILE));
    }

    static Map<LoginProduct, ProductScopes> held(CatalogueFile file) {
        var products = read(file);
        products.forEach((product, scopes) -> {
            if (!scopes.areKnownToTheDomain(product)) {
                throw file.wrong("not the permissions of " + product.code() + " that the domain knows");
            }
        });
        return products;
    }

    /** @throws CatalogueException as {@link #load()} does */
    public static ProductScopes load(LoginProduct product) {
        return Objects.requireNonNull(load().get(product));
    }

    static Map<LoginProduct, ProductScopes> read(CatalogueFile file) {
        var products = new EnumMap<LoginProduct, ProductScopes>(LoginProduct.class);
        for (var entry : file.holding("products").list("products")) {
            if (products.put(file.one(LoginProduct.class, entry, "product"), product(file, entry)) != null) {
                throw file.wrong("said twice: " + entry);
            }
        }
        for (var product : LoginProduct.values()) {
            if (!products.containsKey(product)) {
                throw file.wrong("nothing of " + product.code());
            }
        }
        return products;
    }

    /** Without it the account cannot even be identified. */
    public String profile() {
        return profile;
    }

    public String opens(Capability capability) {
        return opens.getOrDefault(capability, profile);
    }

    /** Without these no account is found. */
    public Scopes discovery() {
        return Scopes.of(discovery);
    }

    /** Whether these let us see what belongs to the person's business portfolios. */
    public boolean openPortfolios(Scopes granted) {
        return portfolios != null && granted.contains(portfolios);
    }

    /** What is asked for beside what somebody wants to do with an account: what it takes to get there. */
    public Scopes with(Scopes wanted) {
        var all = new TreeSet<>(wanted.names());
        all.addAll(discovery);
        all.addAll(companions);
        return new Scopes(all);
    }

    /** One of these a person must have on a Page to work with its account; empty where there are no Pages. */
    public Set<String> tasks() {
        return Set.copyOf(tasks);
    }

    private boolean areKnownToTheDomain(LoginProduct product) {
        var known = ScopeCatalogue.known(product);
        var onDemand = portfolios == null ? Set.<String>of() : Set.of(portfolios);
        return profile.equals(ScopeCatalogue.profile(product))
                && opens.entrySet().stream()
                        .allMatch(each -> each.getValue().equals(ScopeCatalogue.opens(product, each.getKey())))
                && with(Scopes.of(Set.of(profile))).equals(ScopeCatalogue.needed(product))
                && known.without(ScopeCatalogue.all(product)).equals(Scopes.of(onDemand));
    }

    private static ProductScopes product(CatalogueFile file, JsonNode entry) {
        file.only(entry, MEMBERS);
        var scopes = new ProductScopes(file, entry);
        var capabilities = entry.get("capabilities");
        if (capabilities == null || !capabilities.isArray()) {
            throw file.wrong("capabilities is no list in " + entry);
        }
        capabilities.forEach(capability -> scopes.add(file, capability));
        var names = new TreeSet<>(scopes.opens.values());
        if (scopes.opens.size() != Capability.values().length
                || names.size() != scopes.opens.size()
                || names.contains(scopes.profile)
                || !scopes.with(Scopes.NONE).names().stream()
                        .allMatch(name -> SCOPE.matcher(name).matches())) {
            throw file.wrong("each capability has a permission of its own, and all have names: " + entry);
        }
        return scopes;
    }

    private void add(CatalogueFile file, JsonNode entry) {
        file.only(entry, CAPABILITY_MEMBERS);
        if (opens.put(file.one(Capability.class, entry, "capability"), scope(file, entry, "scope")) != null) {
            throw file.wrong("said twice: " + entry);
        }
        tasks.addAll(file.texts(entry, "tasks"));
    }

    private static String scope(CatalogueFile file, JsonNode entry, String member) {
        var name = file.text(entry, member);
        if (!SCOPE.matcher(name).matches()) {
            throw file.wrong(member + " is no permission in " + entry);
        }
        return name;
    }
}
