package dev.connexions.db.authorization;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.connexions.domain.authorization.Candidate;
import dev.connexions.domain.authorization.Obstacle;
import dev.connexions.domain.connexion.Account;
import dev.connexions.domain.connexion.AccountId;
import dev.connexions.domain.connexion.AccountType;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** What a consent showed, as it is stored. Without an obstacle it can be connected. */
final class CandidatesJson {

    private static final ObjectMapper JSON = JsonMapper.builder().build();
    private static final String ACCOUNT = "account";
    private static final String USERNAME = "username";
    private static final String TYPE = "type";
    private static final String PAGE_ID = "pageId";
    private static final String PAGE = "page";
    private static final String OBSTACLE = "obstacle";

    private CandidatesJson() {}

    static String write(List<Candidate> candidates) {
        var root = JSON.createArrayNode();
        for (var candidate : candidates) {
            var node = root.addObject();
            switch (candidate) {
                case Candidate.Eligible(var account, var page) -> {
                    node.put(ACCOUNT, account.id().value()).put(USERNAME, account.username());
                    node.put(TYPE, name(account.type())).put(PAGE_ID, account.pageId());
                    node.put(PAGE, page);
                }
                case Candidate.Ineligible it -> {
                    var id = it.account();
                    node.put(ACCOUNT, id == null ? null : id.value()).put(USERNAME, it.username());
                    node.put(TYPE, name(it.type())).put(PAGE_ID, it.pageId()).put(PAGE, it.page());
                    node.put(OBSTACLE, it.obstacle().code());
                }
            }
        }
        return root.toString();
    }

    static List<Candidate> read(@Nullable String json) {
        if (json == null) {
            return List.of();
        }
        try {
            return StreamSupport.stream(JSON.readTree(json).spliterator(), false)
                    .map(CandidatesJson::candidate)
                    .toList();
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("the candidates of a session are no JSON", impossible);
        }
    }

    private static Candidate candidate(JsonNode node) {
        var id = Optional.ofNullable(text(node, ACCOUNT)).map(AccountId::new);
        var type =
                Optional.ofNullable(text(node, TYPE)).flatMap(AccountType::of).orElse(null);
        var obstacle = text(node, OBSTACLE);
        return obstacle == null
                ? new Candidate.Eligible(
                        new Account(id.orElseThrow(), text(node, USERNAME), type, text(node, PAGE_ID)),
                        text(node, PAGE))
                : new Candidate.Ineligible(
                        id.orElse(null),
                        text(node, USERNAME),
                        type,
                        text(node, PAGE_ID),
                        text(node, PAGE),
                        Obstacle.of(obstacle).orElseThrow());
    }

    private static @Nullable String name(@Nullable AccountType type) {
        return type == null ? null : type.name();
    }

    private static @Nullable String text(JsonNode node, String member) {
        var value = node.get(member);
        return value == null || value.isNull() ? null : value.asText();
    }
}
