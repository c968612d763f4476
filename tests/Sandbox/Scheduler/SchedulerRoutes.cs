using Firetiger.Sandbox.Hosting;
using Firetiger.Sandbox.Wire;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Firetiger.Sandbox.Scheduler;

/// <summary>The Scheduler API over HTTP: the name is in the path, the group in the query of what reads or deletes.</summary>
internal sealed class SchedulerRoutes(SandboxContext context, SchedulerService service) : IHttpEndpoints
{
    public void Map(IEndpointRouteBuilder routes)
    {
        const string Schedules = "/schedules/{name}";
        const string Groups = "/schedule-groups/{name}";
        routes.MapPost(Schedules, http => RespondAsync(http, "CreateSchedule"));
        routes.MapPut(Schedules, http => RespondAsync(http, "UpdateSchedule"));
        routes.MapGet(Schedules, http => RespondAsync(http, "GetSchedule"));
        routes.MapDelete(Schedules, http => RespondAsync(http, "DeleteSchedule"));
        routes.MapPost(Groups, http => RespondAsync(http, "CreateScheduleGroup"));
        routes.MapGet(Groups, http => RespondAsync(http, "GetScheduleGroup"));
        routes.MapDelete(Groups, http => RespondAsync(http, "DeleteScheduleGroup"));
    }

    private Task RespondAsync(HttpContext http, string operation) =>
        RestJson.RespondAsync(
            http,
            context,
            StatusCodes.Status200OK,
            async (caller, cancellationToken) =>
            {
                var input = await RestJson.ReadAsync(http.Request, cancellationToken);
                input["Name"] = (string?)http.GetRouteValue("name");
                if (http.Request.Query["groupName"].ToString() is { Length: > 0 } group)
                {
                    input["GroupName"] = group;
                }

                return await service.InvokeAsync(new AwsRequest(operation, input, caller), cancellationToken);
            }
        );
}
