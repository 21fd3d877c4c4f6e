#Requires -RunAsAdministrator
<#
.SYNOPSIS
Installs, upgrades or removes Signage as a Windows service.
.DESCRIPTION
The program goes to "C:\Program Files\Signage", the data to "C:\ProgramData\Signage". The service runs as its own virtual account, NT SERVICE\signage,
which may write its data and nothing else, and is started again when it ends by itself.
.PARAMETER Remove
Stops and removes the service and the program; the data stays.
.PARAMETER Import
A signage.json to take over at the first start.
#>
param([switch]$Remove, [string]$Import)

$ErrorActionPreference = 'Stop'
$name = 'signage'
$program = Join-Path $env:ProgramFiles 'Signage'
$data = Join-Path $env:ProgramData 'Signage'

function Invoke-Checked([string]$command, [string[]]$words) {
    & $command @words | Out-Null
    if ($LASTEXITCODE -ne 0) { throw "$command $($words -join ' ') ended with $LASTEXITCODE" }
}

$service = Get-Service -Name $name -ErrorAction SilentlyContinue
if ($service) { Stop-Service -Name $name -Force }

if ($Remove) {
    if ($service) { Invoke-Checked sc.exe @('delete', $name) }
    if (Test-Path $program) { Remove-Item -Recurse -Force $program }
    Write-Host "removed; kept: $data"
    exit 0
}

# The new program is laid beside the old one and takes its place at once.
$new = "$program.new"
if (Test-Path $new) { Remove-Item -Recurse -Force $new }
New-Item -ItemType Directory -Force $new | Out-Null
foreach ($part in 'program', 'licences', 'THIRD-PARTY-NOTICES.md', 'operations.md', 'accounts.md', 'security.md', 'LICENSE', 'install.ps1') {
    $source = Join-Path $PSScriptRoot $part
    if (Test-Path $source) { Copy-Item -Recurse $source $new }
}
if (Test-Path $program) { Remove-Item -Recurse -Force $program }
Rename-Item $new 'Signage'

$line = "`"$program\program\signage.exe`" run --data `"$data`""
if ($Import) { $line += " --import `"$((Resolve-Path $Import).Path)`"" }
if ($service) {
    Set-ItemProperty "HKLM:\SYSTEM\CurrentControlSet\Services\$name" -Name ImagePath -Value $line
} else {
    New-Service -Name $name -BinaryPathName $line -DisplayName 'Signage' -StartupType Automatic `
        -Description 'Drives the LED panels of one community.' | Out-Null
}

# A virtual account: it has no password to give, and no rights that are not given below.
Invoke-Checked sc.exe @('config', $name, 'obj=', "NT SERVICE\$name")
Invoke-Checked sc.exe @('sidtype', $name, 'unrestricted')
Invoke-Checked sc.exe @('privs', $name, 'SeChangeNotifyPrivilege')
New-Item -ItemType Directory -Force $data | Out-Null
Invoke-Checked icacls.exe @($data, '/inheritance:r', '/grant:r', "NT SERVICE\${name}:(OI)(CI)M", '*S-1-5-18:(OI)(CI)F', '*S-1-5-32-544:(OI)(CI)F')

# Started again after 2, 2 and then every 30 s, also when it ends with an error code; the count begins anew after a day.
Invoke-Checked sc.exe @('failure', $name, 'reset=', '86400', 'actions=', 'restart/2000/restart/2000/restart/30000')
Invoke-Checked sc.exe @('failureflag', $name, '1')
Start-Service -Name $name
Write-Host "installed; open http://127.0.0.1:5080, and look into the event log for what the site says"
Write-Host 'take the site with: signage site claim, asked of a site that you run yourself while the service is stopped (operations.md, Windows)'
