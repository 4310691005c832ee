# The command `riskanalyzer` in an image without shell or package manager, as a user without rights.
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
COPY . .
RUN dotnet publish src/Scanner -c Release -o /app --nologo

FROM mcr.microsoft.com/dotnet/runtime:10.0-noble-chiseled
WORKDIR /app
COPY --from=build /app .
USER 65532:65532
ENTRYPOINT ["dotnet", "/app/riskanalyzer.dll"]
