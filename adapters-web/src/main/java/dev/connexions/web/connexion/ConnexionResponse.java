package dev.connexions.web.connexion;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

record ConnexionResponse(
        String id,
        String key,
        String organisationId,
        String clientType,
        String clientId,
        String accountEmail,
        @Nullable String loginProduct,
        @Nullable AccountResponse account,
        boolean enabled,
        String activatedAt,
        String status,
        String statusSince,
        @Nullable String statusReason,
        Map<String, CapabilityResponse> capabilities,
        @Nullable String grantId,
        List<String> permissions,
        List<String> missingPermissions,
        @Nullable String tokenExpiresAt,
        @Nullable String nextRefreshAt,
        @Nullable RefreshResponse lastRefresh,
        QuotaResponse quota,
        @Nullable String lastSyncedAt,
        String createdAt,
        @Nullable String createdBy,
        String updatedAt,
        @Nullable String updatedBy) {

    record AccountResponse(
            String id,
            @Nullable String username,
            @Nullable String type,
            @Nullable String pageId) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CapabilityResponse(boolean available, @Nullable String reason) {}

    record RefreshResponse(String at, String result) {}

    record QuotaResponse(@Nullable Integer dailyLimit) {}
}
