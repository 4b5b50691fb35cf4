package dev.connexions.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connexions.web.shared.Route;
import dev.connexions.web.testing.OpenApiContract;
import dev.connexions.web.testing.OpenApiContract.Operation;
import dev.connexions.web.testing.TestService;
import org.junit.jupiter.api.Test;

class DocumentedRoutesTest {

    private final OpenApiContract contract = OpenApiContract.load();

    @Test
    void declaresTheRoutesOfTheDocumentAndNoOthers() {
        var routes = TestService.shared().routes().stream()
                .map(route -> new Operation(
                        route.method(), route.path(), route.access().code()))
                .toList();
        assertThat(routes).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(contract.operations());
    }

    @Test
    void knowsTheParametersOfTheDocumentAndNoOthers() {
        assertThat(TestService.shared().routes())
                .filteredOn(route -> !route.access().code().equals("public"))
                .allSatisfy(route -> assertThat(route.parameters())
                        .as(route.path())
                        .containsExactlyInAnyOrderElementsOf(contract.queryParameters(route.method(), route.path())));
    }

    @Test
    void demandsACredentialOfEverythingUnderTheApi() {
        assertThat(TestService.shared().routes())
                .filteredOn(route -> route.path().startsWith("/v1/"))
                .extracting(Route::access)
                .noneMatch(access -> access.code().equals("public"));
    }
}
