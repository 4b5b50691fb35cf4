package dev.connexions.web.connexion;

import dev.connexions.domain.connexion.Account;
import dev.connexions.domain.connexion.Connexion;
import dev.connexions.domain.connexion.DailyLimit;
import dev.connexions.domain.connexion.GrantId;
import dev.connexions.domain.connexion.LoginProduct;
import dev.connexions.domain.shared.UserId;
import dev.connexions.domain.token.Refreshing.Attempt;
import dev.connexions.web.connexion.ConnexionResponse.AccountResponse;
import dev.connexions.web.connexion.ConnexionResponse.CapabilityResponse;
import dev.connexions.web.connexion.ConnexionResponse.QuotaResponse;
import dev.connexions.web.connexion.ConnexionResponse.RefreshResponse;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;

@Mapper
interface ConnexionMapper {

    @Mapping(target = "id", source = "connexion.id.value")
    @Mapping(target = "key", source = "connexion.key.value")
    @Mapping(target = "organisationId", source = "connexion.organisation.value")
    @Mapping(target = "clientType", source = "connexion.client.type")
    @Mapping(target = "clientId", source = "connexion.client.id")
    @Mapping(target = "accountEmail", source = "connexion.accountEmail.value")
    @Mapping(target = "statusSince", source = "connexion.since")
    @Mapping(target = "quota", source = "connexion.dailyLimit")
    @Mapping(target = "nextRefreshAt", source = "connexion.refreshing.nextAt")
    @Mapping(target = "lastRefresh", source = "connexion.refreshing.last")
    @Mapping(target = "createdAt", source = "connexion.stamps.createdAt")
    @Mapping(target = "createdBy", source = "connexion.stamps.createdBy")
    @Mapping(target = "updatedAt", source = "connexion.stamps.updatedAt")
    @Mapping(target = "updatedBy", source = "connexion.stamps.updatedBy")
    @Mapping(target = "status", source = "link.status")
    @Mapping(target = "capabilities", source = "capabilities")
    ConnexionResponse toResponse(Connexion connexion, LinkFields link, Map<String, CapabilityResponse> capabilities);

    @Mapping(target = "id", source = "id.value")
    AccountResponse toResponse(Account account);

    default @Nullable RefreshResponse refresh(@Nullable Attempt attempt) {
        return attempt == null ? null : new RefreshResponse(attempt.at().toString(), attempt.result());
    }

    default QuotaResponse quota(@Nullable DailyLimit limit) {
        return new QuotaResponse(limit == null ? null : limit.units());
    }

    default @Nullable String text(@Nullable UUID id) {
        return Objects.toString(id, null);
    }

    default @Nullable String text(@Nullable Instant moment) {
        return Objects.toString(moment, null);
    }

    default @Nullable String text(@Nullable UserId user) {
        return user == null ? null : user.value().toString();
    }

    default @Nullable String text(@Nullable GrantId grant) {
        return grant == null ? null : grant.value().toString();
    }

    default @Nullable String text(@Nullable LoginProduct product) {
        return product == null ? null : product.code();
    }
}
