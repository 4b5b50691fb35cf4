package dev.connexions.acceptance;

import static io.cucumber.core.options.Constants.GLUE_PROPERTY_NAME;
import static io.cucumber.core.options.Constants.PLUGIN_PROPERTY_NAME;

import org.junit.platform.suite.api.BeforeSuite;
import org.junit.platform.suite.api.ConfigurationParameter;
import org.junit.platform.suite.api.IncludeEngines;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/** Every scenario on the whole service: HTTP, PostgreSQL, the Meta sandbox. */
@Suite
@IncludeEngines("cucumber")
@SelectPackages("features")
@ConfigurationParameter(key = GLUE_PROPERTY_NAME, value = "dev.connexions.acceptance.steps")
@ConfigurationParameter(key = PLUGIN_PROPERTY_NAME, value = "summary")
class FullFeaturesTest {

    @BeforeSuite
    static void wire() {
        Wiring.FULL.choose();
    }
}
