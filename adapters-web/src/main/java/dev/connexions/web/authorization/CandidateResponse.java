package dev.connexions.web.authorization;

import dev.connexions.domain.authorization.Candidate;
import dev.connexions.domain.connexion.AccountType;
import org.jspecify.annotations.Nullable;

/** @param reason why it cannot be connected, where it cannot */
record CandidateResponse(
        @Nullable String accountId,
        @Nullable String username,
        @Nullable String type,
        @Nullable String pageId,
        @Nullable String pageName,
        boolean eligible,
        @Nullable String reason) {

    static CandidateResponse of(Candidate candidate) {
        return switch (candidate) {
            case Candidate.Eligible(var account, var page) ->
                new CandidateResponse(
                        account.id().value(),
                        account.username(),
                        name(account.type()),
                        account.pageId(),
                        page,
                        true,
                        null);
            case Candidate.Ineligible it ->
                new CandidateResponse(
                        it.account() == null ? null : it.account().value(),
                        it.username(),
                        name(it.type()),
                        it.pageId(),
                        it.page(),
                        false,
                        it.obstacle().code());
        };
    }

    private static @Nullable String name(@Nullable AccountType type) {
        return type == null ? null : type.name();
    }
}
