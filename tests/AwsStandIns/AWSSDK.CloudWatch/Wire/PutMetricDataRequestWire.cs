using System.Text.Json;
using Amazon.CloudWatch.Model;
using AwsJson;

namespace Amazon.CloudWatch.Wire;

internal static class PutMetricDataRequestWire
{
    public static void Write(Utf8JsonWriter json, PutMetricDataRequest value)
    {
        json.WriteText("Namespace", value.Namespace);
        json.WriteObjects("MetricData", value.MetricData, MetricDatumWire.Write);
        json.WriteObjects("EntityMetricData", value.EntityMetricData, EntityMetricDataWire.Write);
        json.WriteFlag("StrictEntityValidation", value.StrictEntityValidation);
    }
}
