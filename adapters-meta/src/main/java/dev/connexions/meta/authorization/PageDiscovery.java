package dev.connexions.meta.authorization;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connexions.application.shared.MetaFailure;
import dev.connexions.domain.connexion.LoginProduct;
import dev.connexions.domain.shared.AccessToken;
import dev.connexions.meta.shared.Answers;
import dev.connexions.meta.shared.Deadline;
import dev.connexions.meta.shared.GraphCall;
import dev.connexions.meta.shared.GraphClient;
import dev.connexions.meta.shared.GraphListing;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The Pages that a person let us see: their own, and those behind the business portfolios they belong to, which Meta leaves
 * out of the first list. All pages of all lists.
 */
final class PageDiscovery {

    private static final String PER_PAGE = "100";
    private static final List<String> EDGES = List.of("owned_pages", "client_pages");

    private final GraphClient client;

    PageDiscovery(GraphClient client) {
        this.client = client;
    }

    /**
     * Each Page once, in the order in which they are found.
     *
     * @param portfolios whether the person lets us see their business portfolios
     * @throws CallFailedException when a list could not be had to its end
     */
    List<PageNode> pages(AccessToken person, boolean portfolios, Deadline deadline) {
        var pages = new LinkedHashMap<String, PageNode>();
        add(pages, CallFailedException.items(client.list(pages(person, "me", "accounts"), deadline)));
        if (portfolios) {
            for (var business : open(call(person, "id", "me", "businesses"), deadline)) {
                for (var edge : EDGES) {
                    add(pages, open(pages(person, Answers.id(business, "id"), edge), deadline));
                }
            }
        }
        return List.copyOf(pages.values());
    }

    /** A portfolio that is closed to the person hides no other. */
    private List<JsonNode> open(GraphCall list, Deadline deadline) {
        var listing = client.list(list, deadline);
        return listing instanceof GraphListing.Failed(MetaFailure.PermissionMissing missing)
                ? List.of()
                : CallFailedException.items(listing);
    }

    /** What is found twice is told by the way that knows its token. */
    private static void add(Map<String, PageNode> pages, List<JsonNode> found) {
        found.stream()
                .map(PageNode::read)
                .forEach(page -> pages.merge(page.id(), page, (known, again) -> known.token() == null ? again : known));
    }

    private static GraphCall pages(AccessToken person, String... path) {
        return call(person, PageNode.FIELDS, path);
    }

    private static GraphCall call(AccessToken person, String fields, String... path) {
        return GraphCall.get(LoginProduct.FACEBOOK, path)
                .with("fields", fields)
                .with("limit", PER_PAGE)
                .as(person);
    }
}
