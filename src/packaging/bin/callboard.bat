@echo off
setlocal
rem Starts Callboard with a Java of at least 25, wherever one is to be found.
set "home=%~dp0.."
set "java="
for %%J in ("%CALLBOARD_JAVA_HOME%" "%JAVA_HOME%") do if not defined java call :try "%%~J"
if not defined java for /f "delims=" %%P in ('where java 2^>nul') do if not defined java call :try "%%~dpP.."
if not defined java for /d %%D in ("%ProgramFiles%\Java\*" "%ProgramFiles%\Eclipse Adoptium\*" "%ProgramFiles%\Microsoft\jdk-*" "%ProgramFiles%\Zulu\*" "%USERPROFILE%\.jdks\*") do if not defined java call :try "%%~D"
if not defined java (
  echo callboard: needs Java 25 or newer; install a JDK 25 ^(for example Eclipse Temurin^) or set CALLBOARD_JAVA_HOME to one. 1>&2
  exit /b 3
)
rem What a person looks at must not stand still while memory is cleared up.
set "collector=-XX:+UseSerialGC"
for %%S in (console demo board kiosk) do if "%~1"=="%%S" set "collector=-XX:+UseG1GC -XX:MaxGCPauseMillis=20"
"%java%" %collector% --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -cp "%home%\lib\callboard.jar" dev.callboard.Callboard %*
exit /b %ERRORLEVEL%

:try
if not exist "%~1\bin\java.exe" goto :eof
if not exist "%~1\release" goto :eof
for /f "tokens=2 delims==." %%V in ('findstr /b "JAVA_VERSION=" "%~1\release"') do set "major=%%~V"
set "major=%major:"=%"
if %major% geq 25 set "java=%~1\bin\java.exe"
goto :eof
